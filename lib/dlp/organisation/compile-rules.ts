import type { Detector } from '../types.ts';
import type { CustomDictionary, CustomRule, RuleProblem } from './custom-rule.ts';
import { readDictionary } from './dictionary.ts';
import { readPattern } from './linear-pattern.ts';
import type { LinearPattern } from './linear-pattern.ts';
import { buildPhrases, phrasesIn } from './phrases.ts';

import { tokensIn, tokensOf } from './tokens.ts';

/** The rules of an organisation made ready: those that can run, and what is wrong with the others. */
export interface CompiledRules {
  readonly detectors: readonly Detector[];
  readonly problems: readonly RuleProblem[];
}

/** Patterns without a literal meet every text from its start to its end; more of them would be felt. */
const mostUnanchored = 20;
const shortestKeyword = 2;

/** Never throws: a rule with a problem is left out and the others run. */
export function compileRules(
  rules: readonly CustomRule[],
  dictionaries: readonly CustomDictionary[] = [],
): CompiledRules {
  const detectors: Detector[] = [];
  const problems: RuleProblem[] = [];
  const ids = new Set<string>();
  let unanchored = 0;
  for (const rule of rules) {
    const read = readRule(rule);
    const found = [...read.problems];
    if (ids.has(rule.id))
      found.push({ rule: rule.id, field: 'id', position: undefined, reason: 'another rule has the same id' });
    ids.add(rule.id);
    if (read.pattern?.anchors.length === 0) unanchored += 1;
    if (read.pattern?.anchors.length === 0 && unanchored > mostUnanchored)
      found.push({
        rule: rule.id,
        field: 'pattern',
        position: undefined,
        reason: `only ${mostUnanchored} patterns may be without three letters or digits that stand in every match`,
      });
    problems.push(...found);
    if (found.length === 0) detectors.push(detectorOf(rule, read));
  }
  for (const dictionary of dictionaries) {
    const detector = ids.has(dictionary.id) ? 'another rule has the same id' : listDetector(dictionary);
    ids.add(dictionary.id);
    if (typeof detector !== 'string') detectors.push(detector);
    else problems.push({ rule: dictionary.id, field: 'data', position: undefined, reason: detector });
  }
  return { detectors, problems };
}

/** The detector of a list, or why there is none. */
function listDetector(dictionary: CustomDictionary): Detector | string {
  const { id, title, category, severity, terms, data } = dictionary;
  if (data === undefined) return 'the list is not here';
  const list = readDictionary(bytesOf(data));
  if (list === undefined) return 'it is no list of fingerprints';
  if (list.terms !== terms) return 'it does not hold as many terms as it says';
  const find: NonNullable<Detector['find']> = function* (text) {
    yield* list.find(tokensIn(text));
  };
  return { id, title, category, severity, pattern: anything, anchors: [], find };
}

/** A loop, because `Uint8Array.from` takes ten times as long, and every frame of the page does this. */
function bytesOf(data: string): Uint8Array {
  const binary = atob(data);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

interface ReadRule {
  readonly pattern: LinearPattern | undefined;
  readonly exceptPattern: LinearPattern | undefined;
  readonly problems: readonly RuleProblem[];
}

function readRule({
  id,
  pattern,
  ignoreCase = false,
  keywords,
  near,
  except = [],
  exceptPattern,
}: CustomRule): ReadRule {
  const problems: RuleProblem[] = [];
  const refuse = (field: RuleProblem['field'], reason: string, position?: number) =>
    problems.push({ rule: id, field, position, reason });
  const read = (field: 'pattern' | 'exceptPattern', source: string | undefined) => {
    const result = source === undefined ? undefined : readPattern(source, ignoreCase);
    if (result?.ok === false) refuse(field, result.reason, result.position);
    return result?.ok === true ? result.pattern : undefined;
  };
  if ((pattern === undefined) === (keywords === undefined))
    refuse('pattern', 'a rule has a pattern or keywords, one of the two');
  for (const [field, words] of [
    ['keywords', keywords],
    ['near', near?.keywords],
    ['except', except],
  ] as const) {
    const short = words?.find((word) => lengthOf(word) < shortestKeyword);
    if (short !== undefined) refuse(field, `"${short}" has fewer than ${shortestKeyword} letters or digits`);
  }
  return { pattern: read('pattern', pattern), exceptPattern: read('exceptPattern', exceptPattern), problems };
}

function lengthOf(keyword: string): number {
  return tokensOf(keyword).reduce((sum, { word }) => sum + word.length, 0);
}

/** Never run: it only says that the whole text is looked at, with the places of the anchors. */
const anything = /[^]+/g;

function detectorOf(rule: CustomRule, { pattern, exceptPattern }: ReadRule): Detector {
  const { id, title, category, severity, near } = rule;
  const phrases = buildPhrases(rule.keywords ?? []);
  const nearby = near && { phrases: buildPhrases(near.keywords), within: near.within };
  const except = new Set((rule.except ?? []).map(plain));
  const exceptPhrases = buildPhrases(rule.except ?? []);
  const find: NonNullable<Detector['find']> = function* (text, anchors) {
    const found = pattern ? pattern.find(text, anchors) : phrasesIn(tokensIn(text), phrases);
    const places = nearby && [...phrasesIn(tokensIn(text), nearby.phrases)];
    const excepted = except.size > 0 ? [...phrasesIn(tokensIn(text), exceptPhrases)] : [];
    for (const [start, end] of found) {
      const value = text.slice(start, end);
      if (isWithin(excepted, { start, end })) continue;
      if (except.has(plain(value)) || exceptPattern?.isWhole(value) === true) continue;
      if (places && !isNear(places, { start, end, within: nearby.within })) continue;
      yield [start, end];
    }
  };
  return { id, title, category, severity, pattern: anything, anchors: pattern?.anchors ?? [], find };
}

/** True within one of the places, which are in order: a longer phrase is no value either. */
function isWithin(
  places: readonly (readonly [number, number])[],
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.[1] ?? 0) < end) low = middle + 1;
    else high = middle;
  }
  return (places[low]?.[0] ?? Infinity) <= start;
}

function plain(value: string): string {
  return tokensOf(value)
    .map(({ word }) => word)
    .join('');
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly within: number;
}

/** `places` are in order. */
function isNear(places: readonly (readonly [number, number])[], { start, end, within }: Place): boolean {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.[1] ?? 0) < start - within) low = middle + 1;
    else high = middle;
  }
  // A value may be a keyword of its own; it is not near itself.
  for (let place = low; (places[place]?.[0] ?? Infinity) <= end + within; place += 1) {
    const [from, to] = places[place] ?? [0, 0];
    if (from >= end || to <= start) return true;
  }
  return false;
}
