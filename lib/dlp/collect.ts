import type { CompiledDetector } from './compile.ts';
import { contextBonus, defaultConfidence, defaultThreshold } from './confidence.ts';
import { contextWord, fillsLine } from './context.ts';
import { margin } from './detector-shape.ts';
import type { Detector, ExplainedFinding } from './types.ts';
import type { Window } from './windows.ts';

/** Where one detector looks: a window of a text, and where its anchors end in that text. */
export interface Stretch {
  readonly text: string;
  readonly window: Window;
  readonly anchors: readonly number[];
  /** Only matches that begin here, and the units on both sides that they can hang on. For detectors that have a pattern. */
  readonly within?: Window & { readonly before: number; readonly behind: number };
}

/** A match that was reported, in UTF-16 units of the text, with what it gave. */
export interface Match extends Window {
  readonly findings: readonly ExplainedFinding[];
}

/** Is told of each match that is reported, in order. */
type Report = (match: Match) => void;

/** Reports what one detector finds in one window. */
export function collect(compiled: CompiledDetector, stretch: Stretch, report: Report): void {
  if (compiled.detector.find) collectFound(compiled.detector, stretch, report);
  else collectMatches(compiled, stretch, report);
}

function partOf(text: string, start: number, end: number): string {
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

function collectFound(detector: Detector, { text, window, anchors }: Stretch, report: Report): void {
  const part = partOf(text, window.start, window.end);
  const inWindow =
    part === text
      ? anchors
      : anchors.filter((at) => at > window.start && at <= window.end).map((at) => at - window.start);
  for (const [from, to] of detector.find?.(part, inWindow) ?? []) {
    if (to <= from) continue;
    const [start, end] = [window.start + from, window.start + to];
    const finding = weighed(detector, { text, start, end });
    if (finding) report({ start, end, findings: [finding] });
  }
}

/** A match this close to where the window was cut may be made by the cut; if it is real, it lies in a window of its own. */
export function firstStartIn({ start }: Window): number {
  return start === 0 ? 0 : start + margin;
}

function collectMatches(
  { detector, matcher }: CompiledDetector,
  { text, window, anchors, within }: Stretch,
  report: Report,
): void {
  const offset = within ? Math.max(window.start, within.start - within.before) : window.start;
  const part = partOf(text, offset, within ? Math.min(window.end, within.end + within.behind) : window.end);
  const first = Math.max(firstStartIn(window), within?.start ?? 0);
  const last = (window.end === text.length ? window.end : window.end - margin) - offset;
  const behind = (within?.end ?? Infinity) - offset;
  matcher.search({ part, offset, anchors }, first - offset, (match, end) => {
    if (match.index >= behind) return Infinity;
    const [start, to] = spanOf(match);
    const isCut = match.index + match[0].length > last;
    const refused = isCut || start === to || detector.verify?.(part.slice(start, to), match) === false;
    const finding = refused ? undefined : weighed(detector, { text, start: offset + start, end: offset + to });
    // A refused candidate must not hide its neighbour.
    if (finding === undefined) return match.index + 1;
    // The user name of a password goes with it.
    const also = groupOf(match, 'also');
    const beside = also && also[0] < also[1] ? [{ ...finding, start: offset + also[0], end: offset + also[1] }] : [];
    report({ start: offset + match.index, end: offset + end, findings: [finding, ...beside] });
    return end;
  });
}

/** What is reported: the group `secret`, or the first of `secret2`, `secret3` … that took part, or the whole match. */
function spanOf(match: RegExpExecArray): readonly [number, number] {
  return groupOf(match, 'secret') ?? [match.index, match.index + match[0].length];
}

function groupOf({ indices }: RegExpExecArray, prefix: string): readonly [number, number] | undefined {
  const groups = indices?.groups;
  for (const name in groups) {
    const span = groups[name] as readonly [number, number] | undefined;
    if (span !== undefined && name.startsWith(prefix)) return span;
  }
  return undefined;
}

interface Place {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function weighed(detector: Detector, place: Place): ExplainedFinding | undefined {
  const { id, category, severity, context = [], threshold = defaultThreshold } = detector;
  const base = detector.confidence ?? defaultConfidence;
  const word = contextWord(context, place) ?? (detector.alone === true && fillsLine(place) ? 'line' : undefined);
  const confidence = word === undefined ? base : Math.min(1, base + contextBonus);
  if (confidence < threshold) return undefined;
  const why = ['shape', ...(detector.verify ? ['check'] : []), ...(word === undefined ? [] : [`context:${word}`])];
  return {
    detector: id,
    category,
    severity,
    confidence: Math.round(confidence * 100) / 100,
    start: place.start,
    end: place.end,
    why,
  };
}
