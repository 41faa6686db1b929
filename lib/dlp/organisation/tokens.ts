/** A word of a text: what it is compared by, and where it stands. */
export interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Letters that have no mark to take off. */
const alike: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  þ: 'th',
  ð: 'd',
};
const words = /[\p{L}\p{N}\p{M}]+/gu;
/** Signs within a word that people leave out. */
const beyondAscii = /[^\0-\u007f]/;

/** The words of a text, in order: lower case, without accents, whatever stands between them. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const { 0: found, index } of text.matchAll(words)) {
    const word = fold(found);
    if (word !== '') tokens.push({ word, start: index, end: index + found.length });
  }
  return tokens;
}

export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (!beyondAscii.test(lower)) return lower;
  // Unicode 16, 3.11: a letter with its marks apart, of which the marks go.
  return Array.from(lower.normalize('NFKD').replace(/\p{M}+/gu, ''), (char) => alike[char] ?? char).join('');
}

let last: { readonly text: string; readonly tokens: readonly Token[] } = { text: '', tokens: [] };

/** As `tokensOf`; the rules of one text ask in turn, so its words are kept until another text comes. */
export function tokensIn(text: string): readonly Token[] {
  if (last.text !== text) last = { text, tokens: tokensOf(text) };
  return last.tokens;
}
