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
}

/** Adds what one detector finds in one window. */
export function collect(findings: ExplainedFinding[], compiled: CompiledDetector, stretch: Stretch): void {
  const { text, window } = stretch;
  const part = window.start === 0 && window.end === text.length ? text : text.slice(window.start, window.end);
  if (compiled.detector.find) collectFound(findings, compiled.detector, { ...stretch, part });
  else collectMatches(findings, compiled, { ...stretch, part });
}

interface Part extends Stretch {
  /** The window's own text. */
  readonly part: string;
}

function collectFound(findings: ExplainedFinding[], detector: Detector, { part, text, window, anchors }: Part): void {
  const within =
    part === text
      ? anchors
      : anchors.filter((at) => at > window.start && at <= window.end).map((at) => at - window.start);
  for (const [start, end] of detector.find?.(part, within) ?? []) {
    if (end <= start) continue;
    const finding = weighed(detector, { text, start: window.start + start, end: window.start + end });
    if (finding) findings.push(finding);
  }
}

function collectMatches(
  findings: ExplainedFinding[],
  { detector, matcher }: CompiledDetector,
  { part, text, window, anchors }: Part,
): void {
  // A match this close to where the window was cut may be made by the cut; if it is real, it lies in a window of its own.
  const from = window.start === 0 ? 0 : margin;
  const last = window.end === text.length ? part.length : part.length - margin;
  matcher.search({ part, offset: window.start, anchors }, from, (match, end) => {
    const [start, to] = spanOf(match);
    const isCut = match.index + match[0].length > last;
    const refused = isCut || start === to || detector.verify?.(part.slice(start, to), match) === false;
    const place = { text, start: window.start + start, end: window.start + to };
    const finding = refused ? undefined : weighed(detector, place);
    // A refused candidate must not hide its neighbour.
    if (finding === undefined) return match.index + 1;
    findings.push(finding);
    // The user name of a password goes with it.
    const also = groupOf(match, 'also');
    if (also && also[0] < also[1])
      findings.push({ ...finding, start: window.start + also[0], end: window.start + also[1] });
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
