import { endsOf } from './anchors.ts';
import type { CompiledDetector, CompiledSet } from './compile.ts';

/** A stretch of a text, in UTF-16 units. */
export interface Window {
  readonly start: number;
  readonly end: number;
}

/** The stretches of one text in which each detector can match, found in one pass. */
export function windowsOf(text: string, { automaton }: CompiledSet): (detector: CompiledDetector) => readonly Window[] {
  const whole: readonly Window[] = [{ start: 0, end: text.length }];
  const ends = endsOf(text, automaton);
  let digits: readonly number[] | undefined;
  return (detector) => {
    if (detector.anchors.length > 0) {
      const found = detector.anchors.flatMap((anchor) => (ends[anchor] ? [ends[anchor]] : []));
      if (found.length === 0) return [];
      return detector.reach === Infinity ? whole : merged(around(found, detector.reach, text.length));
    }
    if (detector.digits === 0 || detector.reach === Infinity) return whole;
    digits ??= digitsIn(text);
    return merged(dense(digits, detector, text.length));
  };
}

function around(found: readonly (readonly number[])[], reach: number, length: number): readonly Window[] {
  const ends = found.length === 1 ? (found[0] ?? []) : found.flat().sort((left, right) => left - right);
  return ends.map((end) => ({ start: Math.max(0, end - reach), end: Math.min(length, end + reach) }));
}

/** Where so many digits stand as close together as one match can hold them. */
function dense(places: readonly number[], { digits, reach }: CompiledDetector, length: number): readonly Window[] {
  const windows: Window[] = [];
  for (let last = digits - 1; last < places.length; last += 1) {
    const from = places[last - digits + 1] ?? 0;
    const to = places[last] ?? 0;
    if (to - from < reach) windows.push({ start: Math.max(0, to - reach), end: Math.min(length, from + reach) });
  }
  return windows;
}

function digitsIn(text: string): readonly number[] {
  const places: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 48 && unit <= 57) places.push(at);
  }
  return places;
}

/** `windows` are in the order of the text. */
function merged(windows: readonly Window[]): readonly Window[] {
  const result: Window[] = [];
  for (const window of windows) {
    const last = result.at(-1);
    if (last && window.start <= last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, window.end) };
    else result.push(window);
  }
  return result;
}
