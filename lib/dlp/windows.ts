import { occurrencesIn } from './anchors.ts';
import type { Occurrences } from './anchors.ts';
import type { CompiledDetector, CompiledSet } from './compile.ts';

/** A stretch of a text, in UTF-16 units. */
export interface Window {
  readonly start: number;
  readonly end: number;
}

const nowhere: readonly Window[] = [];

/** A detector that may match in a text, with the stretches in which it can. */
export interface Chance {
  readonly compiled: CompiledDetector;
  readonly windows: readonly Window[];
}

/** The detectors that one text gives a chance, found in one pass. The others have no window in it. */
export function chancesIn(text: string, { automaton, byWord, wordless }: CompiledSet): readonly Chance[] {
  const { words, ends } = occurrencesIn(text, automaton);
  const concerned = new Set(wordless);
  for (const word of words) for (const each of byWord[word] ?? []) concerned.add(each);
  const windowsFor = windowsOf(text, ends);
  const chances: Chance[] = [];
  for (const compiled of concerned) {
    const windows = windowsFor(compiled);
    if (windows.length > 0) chances.push({ compiled, windows });
  }
  return chances;
}

function windowsOf(text: string, ends: Occurrences['ends']): (detector: CompiledDetector) => readonly Window[] {
  const whole: readonly Window[] = [{ start: 0, end: text.length }];
  let digits: readonly number[] | undefined;
  let lines: readonly Window[] | undefined;
  let isForeign: boolean | undefined;
  const clusters = new Map<string, readonly Window[]>();
  const hasDigits = (count: number) => count === 0 || (digits ??= digitsIn(text)).length >= count;
  return (compiled) => {
    const { words, anchors, reach, hasForeignWords, detector } = compiled;
    if (!hasDigits(compiled.digits)) return nowhere;
    const canUseWords = words !== undefined && reach !== Infinity;
    if (canUseWords && !(hasForeignWords && (isForeign ??= foreign.test(text)))) {
      const found = foundOf(words, ends);
      const near = found.length === 0 ? nowhere : around(found, reach + nearWord, text.length);
      return detector.alone === true ? joined(near, (lines ??= linesOfTheirOwn(text))) : near;
    }
    if (anchors.length > 0) {
      const found = foundOf(anchors, ends);
      if (found.length === 0) return nowhere;
      return reach === Infinity ? whole : around(found, reach, text.length);
    }
    if (compiled.digits === 0 || reach === Infinity) return whole;
    const shape = `${compiled.digits} ${reach}`; // many numbers are of the same length
    const known = clusters.get(shape);
    if (known) return known;
    const windows = dense((digits ??= digitsIn(text)), compiled, text.length);
    clusters.set(shape, windows);
    return windows;
  };
}

/** A word counts within so many units, its own length included: see `contextWord`. */
const nearWord = 96;
const foreign = /[^\0-\u007f]/;

/** Lines that may hold nothing but a value: short ones with a few digits and not many letters. */
function linesOfTheirOwn(text: string): readonly Window[] {
  const windows: Window[] = [];
  let start = 0;
  for (let end = text.indexOf('\n'); start <= text.length; end = text.indexOf('\n', start)) {
    const stop = end < 0 ? text.length : end;
    if (stop - start <= longestLine && holdsValue(text, start, stop)) widen(windows, start, stop);
    if (end < 0) break;
    start = end + 1;
  }
  return windows;
}

const longestLine = 64;

function holdsValue(text: string, start: number, end: number): boolean {
  let digits = 0;
  for (let at = start; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 48 && unit <= 57) digits += 1;
  }
  return digits >= 2;
}

/** Two lists of windows in the order of the text as one. */
function joined(left: readonly Window[], right: readonly Window[]): readonly Window[] {
  if (left.length === 0) return right;
  if (right.length === 0) return left;
  const windows: Window[] = [];
  for (const { start, end } of [...left, ...right].sort((one, other) => one.start - other.start))
    widen(windows, start, end);
  return windows;
}

const noEnds: readonly number[] = [];

/** Where any of the anchors ends, in order. Most detectors meet none of theirs, and then nothing is made. */
function foundOf(anchors: readonly number[], ends: Occurrences['ends']): readonly number[] {
  let found = noEnds;
  let sorted = true;
  for (const anchor of anchors) {
    const places = ends[anchor];
    if (!places) continue;
    sorted = found === noEnds;
    found = sorted ? places : found.concat(places); // places may be too many to be arguments
  }
  return sorted ? found : [...found].sort((left, right) => left - right);
}

function around(ends: readonly number[], reach: number, length: number): readonly Window[] {
  const windows: Window[] = [];
  for (const end of ends) widen(windows, Math.max(0, end - reach), Math.min(length, end + reach));
  return windows;
}

/** Where so many digits stand as close together as one match can hold them. */
function dense(places: readonly number[], { digits, reach }: CompiledDetector, length: number): readonly Window[] {
  const windows: Window[] = [];
  for (let last = digits - 1; last < places.length; last += 1) {
    const from = places[last - digits + 1] ?? 0;
    const to = places[last] ?? 0;
    if (to - from < reach) widen(windows, Math.max(0, to - reach), Math.min(length, from + reach));
  }
  return windows;
}

/** Windows come in the order of the text; one that touches the last one makes it longer. */
function widen(windows: { start: number; end: number }[], start: number, end: number): void {
  const last = windows.at(-1);
  if (last && start <= last.end) last.end = Math.max(last.end, end);
  else windows.push({ start, end });
}

function digitsIn(text: string): readonly number[] {
  const places: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 48 && unit <= 57) places.push(at);
  }
  return places;
}
