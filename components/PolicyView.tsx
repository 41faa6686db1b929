import type { Policy } from '../lib/contract/policy.ts';
import type { PolicyInForce } from '../lib/policy/in-force.ts';
import { CustomRules, DictionaryList } from './CustomRules.tsx';
import { detectorTitle } from './detector-title.ts';
import { ruleSentence } from './rule-sentence.ts';
import { Bytes } from './SentList.tsx';
import { sayDay } from './when.ts';
import { actionWords, copyWords, refusalWords, sourceWords } from './words.ts';

/** The policy in force, whole: every rule as a sentence, every message verbatim, and the text that the machine reads. */
export function PolicyView({ inForce }: { readonly inForce: PolicyInForce }) {
  const { policy, stale, refused } = inForce;
  return (
    <>
      <h2>{policy.name}</h2>
      <Origin inForce={inForce} />
      {stale && <p className="warning">This policy is past its end date. It stays in force until a new one arrives.</p>}
      {refused !== undefined && (
        <p className="warning">{`A newer policy was refused: ${refusalWords[refused]}. This one stays in force.`}</p>
      )}
      <h3>Rules</h3>
      <Rules rules={policy.rules} />
      {policy.customRules !== undefined && policy.customRules.length > 0 && (
        <>
          <h3>What the organisation looks for besides</h3>
          <CustomRules rules={policy.customRules} />
        </>
      )}
      {policy.dictionaries !== undefined && policy.dictionaries.length > 0 && (
        <>
          <h3>Lists of the organisation</h3>
          <DictionaryList dictionaries={policy.dictionaries} />
        </>
      )}
      <h3>Besides</h3>
      <ul className="rows">
        {besides(policy).map((sentence) => (
          <li key={sentence} dir="auto">
            {sentence}
          </li>
        ))}
      </ul>
      <Copies incidents={policy.incidents} />
      <details>
        <summary>The policy as Sluice reads it</summary>
        <Bytes text={JSON.stringify(policy, withoutData, 2)} />
      </details>
    </>
  );
}

/** Each place that gets what is recorded, so that nobody is surprised by one. */
function Copies({ incidents: { copies = [] } }: Pick<Policy, 'incidents'>) {
  if (copies.length === 0) return null;
  return (
    <>
      <h3>Who gets copies</h3>
      <p>
        The organisation’s endpoint passes what is recorded on to these systems, without your group and never with your
        words. They keep it by their own rules: ask your organisation for how long.
      </p>
      <ul className="rows">
        {copies.map(({ kind, title }, index) => (
          <li key={`${kind} ${title} ${index}`}>
            <bdi>{title}</bdi> <span className="quiet small">{copyWords[kind] ?? kind}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Fingerprints are a million characters that nobody can read. */
function withoutData(key: string, value: unknown): unknown {
  return key === 'data' && typeof value === 'string' ? `${value.length.toLocaleString('en')} characters` : value;
}

function Rules({ rules }: Pick<Policy, 'rules'>) {
  if (rules.length === 0) return <p>There are no rules.</p>;
  return (
    <>
      <ol className="rows rules">
        {rules.map((rule) => (
          <li key={rule.id}>
            <p>
              {ruleSentence(rule)} <code className="quiet small">{rule.id}</code>
            </p>
            {rule.message !== undefined && <blockquote dir="auto">{rule.message}</blockquote>}
            {rule.urgent === true && <p className="quiet small">Recorded events of this rule are sent at once.</p>}
          </li>
        ))}
      </ol>
      <p className="quiet small">
        A rule that names one kind comes before a rule for its category, and one for your group before one for
        everybody; of several that fit, the strictest holds.
      </p>
    </>
  );
}

function Origin({ inForce }: { readonly inForce: PolicyInForce }) {
  const { source, group, epoch, seq, author, approver, issuedAt, notAfter } = inForce;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Source', sourceWords[source]],
    ['Your group', group],
    ['Written by', author],
    ['Released by', approver],
    ['Number', epoch > 0 ? `${epoch}.${seq}` : undefined],
    ['Issued', issuedAt === undefined ? undefined : sayDay(issuedAt)],
    ['Valid until', notAfter === undefined ? undefined : sayDay(notAfter)],
  ];
  return (
    <dl className="facts">
      {facts.map(
        ([name, value]) =>
          value !== undefined && (
            <div key={name}>
              <dt>{name}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

/** What the policy says outside its rules. */
function accountSentences({ accounts }: Policy): readonly string[] {
  if (accounts === undefined) return [];
  const { personal, workspaces } = accounts;
  const sentences = {
    allow: 'Accounts that are not the organisation’s may be used.',
    warn: 'With an account that is not the organisation’s you are asked before anything is sent.',
    block: 'With an account that is not the organisation’s nothing is sent.',
  };
  const named = workspaces === undefined ? [] : [`Its workspaces: ${workspaces.join(', ')}. ChatGPT is told so.`];
  return [sentences[personal], ...named];
}

function besides(policy: Policy): readonly string[] {
  const [from, to] = policy.incidents.pushDelaySeconds;
  const off = policy.disabledDetectors.map(detectorTitle).join(', ');
  return [
    policy.mode === 'observe'
      ? 'Sluice watches and records, and holds nothing back.'
      : 'Sluice holds back what the rules say.',
    `Files that cannot be read: ${actionWords[policy.unreadable]}.`,
    `Dictation and voice: ${actionWords[policy.audio]}.`,
    policy.onFailure === 'hold'
      ? 'When Sluice itself fails, nothing is sent.'
      : 'When Sluice itself fails, messages are sent unchecked, and that is recorded.',
    ...accountSentences(policy),
    policy.onDrift === 'hold'
      ? 'When ChatGPT sends your words in a way that Sluice does not know, you are asked first.'
      : 'When ChatGPT sends your words in a way that Sluice does not know, they are checked, and the change is reported without them.',
    ...(policy.sitePack === undefined
      ? []
      : [`Your organisation adds to what Sluice knows of ChatGPT (site pack ${policy.sitePack.version}).`]),
    policy.autoRedact
      ? 'Private data is replaced without asking. You can undo it before it is sent.'
      : 'You are asked before anything is replaced.',
    off === '' ? 'Every kind that Sluice knows is looked for.' : `Not looked for: ${off}.`,
    `What is recorded stays in the list on this device for ${policy.incidents.retentionDays} days.`,
    `What is recorded is sent to the organisation, if there is one, after a random delay of ${from} to ${to} seconds.`,
    ...(policy.help === undefined ? [] : [`Help: ${policy.help}`]),
  ];
}
