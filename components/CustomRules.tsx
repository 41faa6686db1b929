import type { PolicyCustomRule, PolicyDictionary } from '../lib/contract/policy.ts';
import { categoryWords, severityWords } from './words.ts';

/** What the organisation looks for besides, word for word: a rule is an instrument of surveillance in the wrong hands. */
export function CustomRules({ rules }: { readonly rules: readonly PolicyCustomRule[] }) {
  return (
    <ol className="rows rules">
      {rules.map((rule) => (
        <li key={rule.id}>
          <p dir="auto">
            {rule.title} <code className="quiet small">{rule.id}</code>
          </p>
          <p className="quiet small">{`${categoryWords[rule.category]}, ${severityWords[rule.severity].toLowerCase()}`}</p>
          <dl className="facts">
            {factsOf(rule).map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd dir="auto">{value}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ol>
  );
}

function factsOf({
  pattern,
  ignoreCase,
  keywords,
  near,
  except,
  exceptPattern,
}: PolicyCustomRule): readonly (readonly [string, string])[] {
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Looks for the pattern', pattern],
    ['Upper and lower case', pattern === undefined ? undefined : ignoreCase === true ? 'do not matter' : 'matter'],
    ['Looks for the words', keywords?.join(' · ')],
    ['Only within', near && `${String(near.within)} characters of: ${near.keywords.join(' · ')}`],
    ['Not for', except?.join(' · ')],
    ['Not for the pattern', exceptPattern],
  ];
  return facts.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}

/** The organisation's lists, by name, size and purpose: their terms are fingerprints, here as everywhere. */
export function DictionaryList({ dictionaries }: { readonly dictionaries: readonly PolicyDictionary[] }) {
  return (
    <ol className="rows rules">
      {dictionaries.map(({ id, title, category, severity, purpose, terms }) => (
        <li key={id}>
          <p dir="auto">
            {title} <code className="quiet small">{id}</code>
          </p>
          <p className="quiet small">
            {`${terms.toLocaleString('en')} terms, ${categoryWords[category].toLowerCase()}, ${severityWords[severity].toLowerCase()}`}
          </p>
          <blockquote dir="auto">{purpose}</blockquote>
        </li>
      ))}
    </ol>
  );
}
