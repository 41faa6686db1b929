import { shapeOf } from './regex-shape.ts';
import type { Detector } from './types.ts';

/** A detector made ready: what must occur before its expression is tried, and how far around that. */
export interface CompiledDetector {
  readonly detector: Detector;
  /** Lower case; empty where the whole text is tried. */
  readonly anchors: readonly string[];
  /** Units around an anchor that can belong to a match, `Infinity` where a match has no bound. */
  readonly reach: number;
  /** Made on first use: most texts need none. */
  readonly regex: () => RegExp;
}

/** Room for what a lookaround may look at. */
const margin = 64;
/** Wider windows save nothing over the whole text. */
const widest = 4_096;

export function compile(detectors: readonly Detector[]): readonly CompiledDetector[] {
  return detectors.map((detector) => {
    const { anchors, longest } = shapeOf(detector.pattern);
    let regex: RegExp | undefined;
    return {
      detector,
      anchors: (detector.anchors ?? anchors).map((anchor) => anchor.toLowerCase()),
      reach: longest + margin > widest ? Infinity : longest + margin,
      regex: () => (regex ??= new RegExp(detector.pattern)),
    };
  });
}

export interface Window {
  readonly start: number;
  readonly end: number;
}

/** The stretches of a text in which a detector can match. `lower` is the text in lower case, unit for unit. */
export function windowsIn(lower: string, { anchors, reach }: CompiledDetector): readonly Window[] {
  if (anchors.length === 0) return [{ start: 0, end: lower.length }];
  if (reach === Infinity)
    return anchors.some((anchor) => lower.includes(anchor)) ? [{ start: 0, end: lower.length }] : [];
  const windows: Window[] = [];
  for (const anchor of anchors) {
    for (let at = lower.indexOf(anchor); at >= 0; at = lower.indexOf(anchor, at + 1)) {
      windows.push({ start: Math.max(0, at - reach), end: Math.min(lower.length, at + anchor.length + reach) });
    }
  }
  return merged(windows);
}

function merged(windows: readonly Window[]): readonly Window[] {
  const result: Window[] = [];
  for (const window of [...windows].sort((left, right) => left.start - right.start)) {
    const last = result.at(-1);
    if (last && window.start <= last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, window.end) };
    else result.push(window);
  }
  return result;
}

/** Lower case that keeps every unit at its place; `toLowerCase` makes a few letters longer. */
export function lowered(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
