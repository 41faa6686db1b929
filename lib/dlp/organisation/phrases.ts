import { tokensOf } from './tokens.ts';
import type { Token } from './tokens.ts';

/** Phrases by their first word. */
export interface Phrases {
  readonly byFirst: ReadonlyMap<string, readonly (readonly string[])[]>;
}

/** Words of a phrase stand so close together. */
const widestGap = 4;

export function buildPhrases(texts: readonly string[]): Phrases {
  const byFirst = new Map<string, (readonly string[])[]>();
  for (const text of texts) {
    const words = tokensOf(text).map(({ word }) => word);
    const [first] = words;
    if (first === undefined) continue;
    const known = byFirst.get(first);
    if (known) known.push(words);
    else byFirst.set(first, [words]);
  }
  // The longest of those that begin alike is the one that is meant.
  for (const list of byFirst.values()) list.sort((left, right) => right.length - left.length);
  return { byFirst };
}

/** Where the phrases stand among the words of a text, in order; none begins within another. */
export function* phrasesIn(
  tokens: readonly Token[],
  { byFirst }: Phrases,
): Generator<readonly [start: number, end: number]> {
  for (let place = 0; place < tokens.length; place += 1) {
    const token = tokens[place];
    const phrase = token && byFirst.get(token.word)?.find((words) => standsAt(tokens, place, words));
    const last = phrase && tokens[place + phrase.length - 1];
    if (!token || !phrase || !last) continue;
    yield [token.start, last.end];
    place += phrase.length - 1;
  }
}

function standsAt(tokens: readonly Token[], place: number, words: readonly string[]): boolean {
  return words.every((word, offset) => {
    const token = tokens[place + offset];
    if (token?.word !== word) return false;
    const before = offset === 0 ? undefined : tokens[place + offset - 1];
    return before === undefined || token.start - before.end <= widestGap;
  });
}
