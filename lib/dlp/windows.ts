import { endsOf } from './anchors.ts';
import type { CompiledDetector, CompiledSet } from './compile.ts';

/** A stretch of a text, in UTF-16 units. */
export interface Window {
  readonly start: number;
  readonly end: number;
}

const nowhere: readonly Window[] = [];

/** The stretches of one text in which each detector can match, found in one pass. */
export function windowsOf(text: string, { automaton }: CompiledSet): (detector: CompiledDetector) => readonly Window[] {
  const whole: readonly Window[] = [{ start: 0, end: text.length }];
  const ends = endsOf(text, automaton);
  let digits: readonly number[] | undefined;
  return (detector) => {
    if (detector.anchors.length > 0) {
      const found = foundOf(detector.anchors, ends);
      if (found.length === 0) return nowhere;
      return detector.reach === Infinity ? whole : around(found, detector.reach, text.length);
    }
    if (detector.digits === 0 || detector.reach === Infinity) return whole;
    digits ??= digitsIn(text);
    return digits.length < detector.digits ? nowhere : dense(digits, detector, text.length);
  };
}

const noEnds: readonly number[] = [];

/** Where any of the anchors ends, in order. Most detectors meet none of theirs, and then nothing is made. */
function foundOf(anchors: readonly number[], ends: readonly (readonly number[] | undefined)[]): readonly number[] {
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
