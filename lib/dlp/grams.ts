/**
 * Many words sought in one pass, blind to case. Three letters of each word are known to a small table, so that most places of a text cost
 * one look; where the table knows the three letters, the words that hold them are compared.
 */
export interface Grams {
  /** By code of three letters: the last of the entries that have it, 0 for none. */
  readonly places: Uint16Array;
  /** By entry: the one before it with the same code, 0 for none. */
  readonly before: Uint16Array;
  /** By entry: its word. */
  readonly words: Uint16Array;
  /** By entry: another place of its word, counted from the last of its three letters, and the code that stands there. */
  readonly probes: Int16Array;
  readonly probed: Uint8Array;
  readonly texts: readonly string[];
  readonly offsets: readonly number[];
  /** By word: 1 for one that is no part of a longer word. */
  readonly isAlone: Uint8Array;
  /** Words that are a single sign: too common for a table, and the runtime finds them sooner. */
  readonly signs: readonly number[];
}

/** Words to be sought as plain data. A word is known by its place in `texts`. */
export interface GramWords {
  /** In lower case, not empty. */
  readonly texts: readonly string[];
  /** Units from a word's start to behind the three letters it is known by. */
  readonly offsets: readonly number[];
  /** Words that are no part of a longer word. A hump begins a word: `customerSSN`. */
  readonly alone: readonly number[];
}

const bits = 6;
/** Letters that are remembered: a code of three. */
export const gramMask = (1 << (3 * bits)) - 1;
const signs = [' \t', '-_', '.,', ':;', '=', '"\'`', '/\\', '@', '|<>', '+#$%&*'] as const;
const firstSign = 37;
const firstForeign = 48;

/** By unit: 1 to 26 for letters, 27 to 36 for digits, some for signs; 0 for the rest. Characters beyond ASCII are worked out on sight. */
const codes: Uint8Array = codesByUnit();

function codesByUnit(): Uint8Array {
  const byUnit = new Uint8Array(65_536);
  for (let letter = 0; letter < 26; letter += 1) byUnit[65 + letter] = byUnit[97 + letter] = letter + 1;
  for (let digit = 0; digit < 10; digit += 1) byUnit[48 + digit] = 27 + digit;
  signs.forEach((chars, place) => {
    for (const char of chars) byUnit[char.charCodeAt(0)] = firstSign + place;
  });
  return byUnit;
}

export function codeOf(unit: number): number {
  const code = codes[unit] ?? 0;
  if (unit < 128 || code !== 0) return code;
  return (codes[unit] = codeOfLower(lowerOf(unit)));
}

function lowerOf(unit: number): number {
  if (unit < 128) return unit >= 65 && unit <= 90 ? unit | 32 : unit;
  const lower = String.fromCharCode(unit).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : unit;
}

export function buildGrams({ texts, offsets, alone }: GramWords): Grams {
  const places = new Uint16Array(gramMask + 1);
  const short = texts.flatMap((text, word) => (text.length < 3 && !isSign(text) ? [word] : []));
  const widthOf = (word: number) => bits * (texts[word]?.length ?? 0);
  const copies = short.reduce((sum, word) => sum + ((gramMask + 1) >> widthOf(word)), 0);
  const count = 1 + texts.length + copies;
  const [before, words, probes] = [new Uint16Array(count), new Uint16Array(count), new Int16Array(count)];
  const probed = new Uint8Array(count);
  const signs: number[] = [];
  let last = 0;
  const enter = (word: number, text: string, code: number) => {
    const offset = offsets[word] ?? 0;
    // The first letter, or where the three letters are the first ones, the one behind them.
    const place = offset > 3 || text.length === offset ? 0 : offset;
    last += 1;
    words[last] = word;
    probes[last] = place - offset + 1;
    probed[last] = codeOfLower(text.charCodeAt(place));
    before[last] = places[code] ?? 0;
    places[code] = last;
  };
  for (let word = 0; word < texts.length; word += 1) {
    const text = texts[word] ?? '';
    const to = offsets[word] ?? 0;
    if (to >= 3) enter(word, text, gramOf(text, to - 3, to));
    else if (isSign(text)) signs.push(word);
  }
  // What stands before a shorter word may be anything.
  for (const word of short) {
    const text = texts[word] ?? '';
    for (let code = gramOf(text, 0, text.length); code <= gramMask; code += 1 << widthOf(word)) enter(word, text, code);
  }
  const isAlone = new Uint8Array(texts.length);
  for (const word of alone) isAlone[word] = 1;
  return { places, before, words, probes, probed, texts, offsets, isAlone, signs };
}

function isSign(text: string): boolean {
  return text.length === 1 && text < '\u0080' && !isLetter(text.charCodeAt(0));
}

/** The code of letters that are lower case already. */
function gramOf(text: string, from: number, to: number): number {
  let code = 0;
  for (let at = from; at < to; at += 1) code = (code << bits) | codeOfLower(text.charCodeAt(at));
  return code;
}

function codeOfLower(unit: number): number {
  return unit < 128 ? (codes[unit] ?? 0) : firstForeign + (unit & 15);
}

/** From common to rare in the languages of this trade, by the letter. */
const commonest = ' etaoinsrhldcumpfgyb-_."/vw:k,0=1\'xjqz';
const rarest = 40;
const rarities = new Uint8Array(128).fill(rarest);
Array.from(commonest, (char, place) => (rarities[char.charCodeAt(0)] = place));

/** How often each code of three letters stands in texts. */
export function countGrams(texts: readonly string[]): Uint32Array {
  const counts = new Uint32Array(gramMask + 1);
  for (const text of texts) {
    let code = 0;
    for (let at = 0; at < text.length; at += 1) {
      code = ((code << bits) | codeOf(text.charCodeAt(at))) & gramMask;
      counts[code] = (counts[code] ?? 0) + 1;
    }
  }
  return counts;
}

/** Units from a word's start to behind those three of its letters that are seldom seen together, in `counts` or else in general. */
export function offsetOf(text: string, counts?: Uint32Array): number {
  let best = 0;
  let [fewest, highest] = [Infinity, -1];
  for (let from = 0; from + 3 <= text.length; from += 1) {
    const count = counts?.[gramOf(text, from, from + 3)] ?? 0;
    const rarity = rarityAt(text, from) + rarityAt(text, from + 1) + rarityAt(text, from + 2);
    if (count < fewest || (count === fewest && rarity > highest)) [best, fewest, highest] = [from, count, rarity];
  }
  return Math.min(best + 3, text.length);
}

function rarityAt(text: string, at: number): number {
  return rarities[text.charCodeAt(at)] ?? rarest;
}

/** Where a word ends that stands in the text so that its three letters end at `at`; -1 where it does not stand there. */
export function endAt(text: string, at: number, word: number, { texts, offsets, isAlone }: Grams): number {
  const sought = texts[word] ?? '';
  const from = at - (offsets[word] ?? 0);
  const end = from + sought.length;
  if (from < 0 || end > text.length) return -1;
  for (let place = 0; place < sought.length; place += 1) {
    const unit = text.charCodeAt(from + place);
    const wanted = sought.charCodeAt(place);
    if (unit !== wanted && lowerOf(unit) !== wanted) return -1;
  }
  return isAlone[word] === 0 || (isBorder(text, from) && isBorder(text, end)) ? end : -1;
}

/** Between two letters there is none, but before a hump. */
function isBorder(text: string, at: number): boolean {
  const left = at === 0 ? 0 : text.charCodeAt(at - 1);
  const right = at === text.length ? 0 : text.charCodeAt(at);
  return !isLetter(left) || !isLetter(right) || (left >= 97 && right <= 90);
}

function isLetter(unit: number): boolean {
  return (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
}
