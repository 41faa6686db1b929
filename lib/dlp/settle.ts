import type { Explained, Steps } from './look.ts';
import { withoutOverlaps } from './overlap.ts';
import type { ExplainedFinding } from './types.ts';

/** Looks at a text, or only near some places of it. */
type Look = (text: string, near?: readonly Span[]) => Steps<Explained>;

/** Every round finds something that only the round before laid bare; people's texts need two. */
const mostRounds = 12;

/**
 * Looks again at the text as it will stand when its findings are replaced by marks, and adds what shows only then: a token that
 * touched another one, a number that a word comes nearer to. So a text in which every finding was replaced scans clean.
 */
export function* settle(text: string, look: Look): Steps<Explained> {
  let { findings, complete } = yield* look(text);
  const seen = new Set<string>();
  for (let round = 0; round < mostRounds && findings.length > 0; round += 1) {
    const masked = mask(text, findings);
    // Where no mark is new the text is as it was in the round before.
    const fresh = masked.marks.filter(({ finding }) => !seen.has(keyOf(finding)));
    for (const { finding } of fresh) seen.add(keyOf(finding));
    const more = yield* lookNear(masked, fresh, look);
    complete &&= more.complete;
    if (more.findings.length === 0) return { findings, complete };
    const placed = more.findings.map((finding) => ({ ...finding, ...masked.original(finding) }));
    findings = withoutOverlaps([...findings, ...placed]);
  }
  return { findings: withoutOverlaps(toNextGaps(text, findings)), complete };
}

/** Findings this close to where a stretch was cut out may be made by the cut. */
const margin = 4_224;
/** Units around a mark that its place can matter to; a match that is longer than that began somewhere else. */
const near = margin + 2_048;

function keyOf({ detector, start, end }: ExplainedFinding): string {
  return `${String(start)} ${String(end)} ${detector}`;
}

/** Looks where something was replaced: the rest of a long text is as it was. */
function* lookNear({ length, part }: Masked, marks: readonly Span[], look: Look): Steps<Explained> {
  const stretches = stretchesAround(marks, length);
  const covered = stretches.reduce((sum, { start, end }) => sum + end - start, 0);
  if (covered > length / 2) return yield* look(part({ start: 0, end: length }), marks);
  const findings: ExplainedFinding[] = [];
  let complete = true;
  for (const { start, end } of stretches) {
    const found = yield* look(part({ start, end }));
    complete &&= found.complete;
    for (const each of found.findings) {
      const isCut = (start > 0 && each.start < margin) || (end < length && each.end > end - start - margin);
      if (!isCut) findings.push({ ...each, start: each.start + start, end: each.end + start });
    }
  }
  return { findings, complete };
}

function stretchesAround(marks: readonly Span[], length: number): readonly Span[] {
  const stretches: { start: number; end: number }[] = [];
  for (const mark of marks) {
    const start = Math.max(0, mark.start - near);
    const end = Math.min(length, mark.end + near);
    const last = stretches.at(-1);
    if (last && start <= last.end) last.end = end;
    else stretches.push({ start, end });
  }
  return stretches;
}

/** What is laid bare bit by bit, round after round, is one long value. */
function toNextGaps(text: string, findings: readonly ExplainedFinding[]): readonly ExplainedFinding[] {
  const gap = /\s|$/g;
  let reached = 0;
  return findings.map((finding) => {
    if (finding.end > reached) {
      gap.lastIndex = finding.end;
      reached = gap.exec(text)?.index ?? text.length;
    }
    return { ...finding, end: reached };
  });
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A mark, and what it stands for. */
interface Mark extends Span {
  readonly finding: ExplainedFinding;
}

/** A text whose findings are replaced by marks. Only its parts are made: it may be very long. */
interface Masked {
  readonly length: number;
  /** Where the marks stand, in order. */
  readonly marks: readonly Mark[];
  readonly part: (span: Span) => string;
  readonly original: (span: Span) => Span;
}

/** How many marks begin before a place, or at it. By halves: there may be very many. */
function countUpTo(marks: readonly Mark[], place: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.start ?? Infinity) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** `findings` are in order and do not overlap. */
function mask(text: string, findings: readonly ExplainedFinding[]): Masked {
  const marks: Mark[] = [];
  let shift = 0;
  for (const finding of findings) {
    const start = finding.start + shift;
    const end = start + markOf(finding).length;
    marks.push({ start, end, finding });
    shift = end - finding.end;
  }
  /** A place in a mark is the edge of what the mark stands for. */
  const back = (place: number, edge: 'start' | 'end') => {
    const before = marks[countUpTo(marks, edge === 'start' ? place : place - 1) - 1];
    if (!before) return place;
    const { end, finding } = before;
    const inMark = edge === 'start' ? place < end : place <= end;
    return inMark ? finding[edge] : finding.end + place - end;
  };
  return {
    length: text.length + shift,
    marks,
    part: (span) => partOf(text, marks, span),
    original: ({ start, end }) => ({ start: back(start, 'start'), end: back(end, 'end') }),
  };
}

function markOf({ detector }: ExplainedFinding): string {
  return `[${detector}-1]`;
}

function partOf(text: string, marks: readonly Mark[], { start, end }: Span): string {
  const parts: string[] = [];
  let next = countUpTo(marks, start);
  let before = marks[next - 1];
  let at = start;
  while (at < end) {
    const from = before ? before.end : 0;
    if (before && at < from) parts.push(markOf(before.finding).slice(at - before.start, end - before.start));
    at = Math.max(at, from);
    const mark = marks[next++];
    const to = Math.min(end, mark ? mark.start : end);
    const origin = before ? before.finding.end - before.end : 0;
    if (at < to) parts.push(text.slice(at + origin, to + origin));
    at = Math.max(at, to);
    if (mark === undefined) break;
    before = mark;
  }
  return parts.join('');
}
