/**
 * Many words sought in one pass, blind to case. Three letters of each word are known to a small table, so that most places of a text cost
 * one look; where the table knows the three letters, the words that hold them are compared.
 */
export interface Grams {
  /** By code of three letters: the place in `buckets` of the words that hold them, 0 for none. */
  readonly places: Uint16Array;
  readonly buckets: readonly (readonly Entry[])[];
}

/** A word to be sought, in lower case. */
export interface Word {
  readonly text: string;
  /** True for one that is no part of a longer word. A hump begins a word: `customerSSN`. */
  readonly isAlone: boolean;
}

interface Entry extends Word {
  /** The word's place in the list. */
  readonly word: number;
  /** Units from the word's start to behind its three letters. */
  readonly offset: number;
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
  return (codes[unit] = firstForeign + (lowerOf(unit) & 15));
}

function lowerOf(unit: number): number {
  if (unit < 128) return unit >= 65 && unit <= 90 ? unit | 32 : unit;
  const lower = String.fromCharCode(unit).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : unit;
}

/** `words` are not empty; a word is known by its place in the list from then on. */
export function buildGrams(words: readonly Word[]): Grams {
  const places = new Uint16Array(gramMask + 1);
  const buckets: Entry[][] = [[]];
  const short: Entry[] = [];
  words.forEach(({ text, isAlone }, word) => {
    const from = rarestIn(text);
    const entry = { word, text, isAlone, offset: Math.min(from + 3, text.length) };
    if (text.length < 3) return short.push(entry);
    const code = gramOf(text, from, from + 3);
    const place = places[code] ?? 0;
    return place === 0 ? (places[code] = buckets.push([entry]) - 1) : buckets[place]?.push(entry);
  });
  // What stands before a shorter word may be anything. Its bucket is shared, and what others put into it is compared in vain.
  for (const entry of short) {
    const width = bits * entry.text.length;
    const own = buckets.push([entry]) - 1;
    for (let code = gramOf(entry.text); code <= gramMask; code += 1 << width) {
      const bucket = buckets[places[code] ?? 0];
      if (bucket === undefined || places[code] === 0) places[code] = own;
      else if (!bucket.includes(entry)) bucket.push(entry);
    }
  }
  return { places, buckets };
}

function gramOf(text: string, from = 0, to = text.length): number {
  let code = 0;
  for (let at = from; at < to; at += 1) code = (code << bits) | codeOf(text.charCodeAt(at));
  return code;
}

/** From common to rare in the languages of this trade, by the letter. */
const commonest = ' etaoinsrhldcumpfgyb-_."/vw:k,0=1\'xjqz';
const rarest = 40;
const rarities = new Uint8Array(128).fill(rarest);
Array.from(commonest, (char, place) => (rarities[char.charCodeAt(0)] = place));

/** Where the three letters of a word begin that are seldom seen together. */
function rarestIn(text: string): number {
  const rarityAt = (at: number) => rarities[text.charCodeAt(at)] ?? rarest;
  let best = 0;
  let highest = -1;
  for (let from = 0; from + 3 <= text.length; from += 1) {
    const rarity = rarityAt(from) + rarityAt(from + 1) + rarityAt(from + 2);
    if (rarity > highest) [best, highest] = [from, rarity];
  }
  return best;
}

/** True where the word stands in the text so that its three letters end at `at`. */
export function standsAt(text: string, at: number, { text: word, offset, isAlone }: Entry): boolean {
  const from = at - offset;
  const end = from + word.length;
  if (from < 0 || end > text.length) return false;
  for (let place = 0; place < word.length; place += 1) {
    const unit = text.charCodeAt(from + place);
    const sought = word.charCodeAt(place);
    if (unit !== sought && lowerOf(unit) !== sought) return false;
  }
  return !isAlone || (isBorder(text, from) && isBorder(text, end));
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
