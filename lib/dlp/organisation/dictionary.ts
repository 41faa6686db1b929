import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { tokensOf } from './tokens.ts';
import type { Token } from './tokens.ts';

/**
 * A list of terms as salted fingerprints: whoever has it can try a guess, and cannot read it. Each term is its words as `tokensOf` tells
 * them, so case, accents and signs do not matter.
 *
 * Bytes, numbers big-endian: `SLD1`, 16 of salt, one for the most words of a term, four for the number of terms, one for the size of the
 * filter as a power of two in bits, the filter, then six of SHA-256 for each term, in order. The filter (Bloom, 1970,
 * https://doi.org/10.1145/362686.362692) spares most words the hash.
 */
export interface Dictionary {
  readonly terms: number;
  /** Where terms of the list stand among the words of a text, in order; the longest of those that begin alike. */
  readonly find: (tokens: readonly Token[]) => Generator<readonly [start: number, end: number]>;
}

const magic = utf8ToBytes('SLD1');
const saltBytes = 16;
const headBytes = magic.length + saltBytes + 6;
const printBytes = 6;
const mostWords = 8;
const mostTerms = 200_000;
/** A shorter list is a rule about one matter or one person, and is written as one. */
const fewestTerms = 10;
const shortestTerm = 2;
/** Words of a term stand so close together. */
const widestGap = 4;

export interface TermProblem {
  /** Of the term, from 0; `undefined` where the list as a whole is meant. */
  readonly index: number | undefined;
  readonly reason: string;
}

export type BuiltDictionary =
  | { readonly ok: true; readonly data: Uint8Array<ArrayBuffer>; readonly terms: number }
  | { readonly ok: false; readonly problems: readonly TermProblem[] };

/** `salt` is 16 random bytes, new for each list. */
export function buildDictionary(terms: readonly string[], salt: Uint8Array): BuiltDictionary {
  if (salt.length !== saltBytes) throw new RangeError(`a salt has ${saltBytes} bytes`);
  const problems: TermProblem[] = [];
  const phrases = new Map<string, number>();
  terms.forEach((term, index) => {
    const words = tokensOf(term).map(({ word }) => word);
    const letters = words.reduce((sum, word) => sum + word.length, 0);
    if (letters < shortestTerm) problems.push({ index, reason: `it has fewer than ${shortestTerm} letters or digits` });
    else if (words.length > mostWords) problems.push({ index, reason: `it has more than ${mostWords} words` });
    else phrases.set(words.join(' '), words.length);
  });
  if (problems.length === 0 && phrases.size < fewestTerms)
    problems.push({ index: undefined, reason: `a list has at least ${fewestTerms} different terms` });
  if (phrases.size > mostTerms) problems.push({ index: undefined, reason: `a list has at most ${mostTerms} terms` });
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, data: encode(phrases, salt), terms: phrases.size };
}

function encode(phrases: ReadonlyMap<string, number>, salt: Uint8Array): Uint8Array<ArrayBuffer> {
  const power = Math.max(10, Math.ceil(Math.log2(phrases.size * 16)));
  const filter = new Uint8Array(2 ** power / 8);
  const prints = [...phrases.keys()].map((phrase) => {
    for (const bit of bitsOf(hashOf(phrase, seedOf(salt)), power))
      filter[bit >> 3] = (filter[bit >> 3] ?? 0) | (1 << (bit & 7));
    return printOf(phrase, salt);
  });
  prints.sort((left, right) => compare(left, 0, { prints: right, place: 0 }));
  const data = new Uint8Array(headBytes + filter.length + prints.length * printBytes);
  data.set(magic);
  data.set(salt, magic.length);
  const view = new DataView(data.buffer);
  view.setUint8(magic.length + saltBytes, mostOf(phrases.values()));
  view.setUint32(magic.length + saltBytes + 1, prints.length);
  view.setUint8(magic.length + saltBytes + 5, power);
  data.set(filter, headBytes);
  prints.forEach((print, place) => data.set(print, headBytes + filter.length + place * printBytes));
  return data;
}

/** `Math.max` takes its numbers as arguments, and a call has room for some hundred thousand of them. */
function mostOf(counts: Iterable<number>): number {
  let most = 0;
  for (const count of counts) if (count > most) most = count;
  return most;
}

/** Reads what `buildDictionary` wrote; `undefined` for anything else. */
export function readDictionary(data: Uint8Array): Dictionary | undefined {
  if (data.length < headBytes || !magic.every((byte, at) => data[at] === byte)) return undefined;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const longest = view.getUint8(magic.length + saltBytes);
  const terms = view.getUint32(magic.length + saltBytes + 1);
  const power = view.getUint8(magic.length + saltBytes + 5);
  if (power < 10 || power > 24 || longest < 1 || longest > mostWords || terms > mostTerms) return undefined;
  const filterBytes = 2 ** power / 8;
  if (data.length !== headBytes + filterBytes + terms * printBytes) return undefined;
  const prints = data.subarray(headBytes + filterBytes);
  for (let place = 1; place < terms; place += 1)
    if (compare(prints, place - 1, { prints, place }) >= 0) return undefined;
  const salt = data.slice(magic.length, magic.length + saltBytes);
  const list = {
    salt,
    seed: seedOf(salt),
    longest,
    power,
    filter: data.subarray(headBytes, headBytes + filterBytes),
    prints,
  };
  return { terms, find: (tokens) => termsAmong(tokens, list) };
}

interface List {
  readonly salt: Uint8Array;
  /** Of the filter's hashes. */
  readonly seed: number;
  readonly longest: number;
  readonly power: number;
  readonly filter: Uint8Array;
  readonly prints: Uint8Array;
}

function* termsAmong(tokens: readonly Token[], list: List): Generator<readonly [number, number]> {
  for (let place = 0; place < tokens.length; place += 1) {
    const length = lengthOfTerm(tokens, place, list);
    const [first, last] = [tokens[place], tokens[place + length - 1]];
    if (length === 0 || !first || !last) continue;
    yield [first.start, last.end];
    place += length - 1;
  }
}

/** Words of the longest term that begins here; 0 for none. It runs for each word of each text, so it makes nothing but numbers. */
function lengthOfTerm(tokens: readonly Token[], place: number, list: List): number {
  let hash = list.seed;
  let found = 0;
  for (let count = 1; count <= list.longest; count += 1) {
    const token = tokens[place + count - 1];
    const before = count === 1 ? undefined : tokens[place + count - 2];
    if (!token || (before && token.start - before.end > widestGap)) break;
    hash = hashOf(token.word, before ? hashOf(' ', hash) : hash);
    if (!mayHold(list, hash)) continue;
    const phrase = tokens
      .slice(place, place + count)
      .map(({ word }) => word)
      .join(' ');
    if (holds(list.prints, printOf(phrase, list.salt))) found = count;
  }
  return found;
}

/** What the filter says: false is certain. */
function mayHold({ filter, power }: List, hash: number): boolean {
  const mixed = mix(hash);
  const one = (mixed >>> 0) >>> (32 - power);
  if (((filter[one >> 3] ?? 0) & (1 << (one & 7))) === 0) return false;
  const two = (mixAgain(mixed, hash) >>> 0) >>> (32 - power);
  return ((filter[two >> 3] ?? 0) & (1 << (two & 7))) !== 0;
}

function printOf(phrase: string, salt: Uint8Array): Uint8Array {
  return sha256.create().update(salt).update(utf8ToBytes(phrase)).digest().subarray(0, printBytes);
}

function seedOf(salt: Uint8Array): number {
  return salt.reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193), 0x811c9dc5);
}

/** FNV-1a over UTF-16 units (https://www.rfc-editor.org/rfc/rfc9923), which goes on from the hash of what came before. */
function hashOf(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

/** Two places in the filter. */
function bitsOf(hash: number, power: number): readonly [number, number] {
  const mixed = mix(hash);
  return [(mixed >>> 0) >>> (32 - power), (mixAgain(mixed, hash) >>> 0) >>> (32 - power)];
}

/** The end of MurmurHash3. */
function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

function mixAgain(mixed: number, hash: number): number {
  return Math.imul(mixed ^ (hash >>> 7), 0x9e3779b1);
}

function holds(prints: Uint8Array, print: Uint8Array): boolean {
  let low = 0;
  let high = prints.length / printBytes;
  while (low < high) {
    const middle = (low + high) >> 1;
    const order = compare(prints, middle, { prints: print, place: 0 });
    if (order === 0) return true;
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return false;
}

interface Place {
  readonly prints: Uint8Array;
  readonly place: number;
}

/** Orders two fingerprints. Without views of their own: a list of 200,000 is read in every frame. */
function compare(prints: Uint8Array, place: number, other: Place): number {
  const [from, otherFrom] = [place * printBytes, other.place * printBytes];
  for (let at = 0; at < printBytes; at += 1) {
    const order = (prints[from + at] ?? 0) - (other.prints[otherFrom + at] ?? 0);
    if (order !== 0) return order;
  }
  return 0;
}
