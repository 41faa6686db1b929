import { withoutOverlaps } from './overlap.ts';
import type { ExplainedFinding } from './types.ts';

interface Explained {
  readonly findings: readonly ExplainedFinding[];
  readonly complete: boolean;
}

/** Every round finds something that only the round before laid bare; people's texts need two. */
const mostRounds = 12;

/**
 * Looks again at the text as it will stand when its findings are replaced by marks, and adds what shows only then: a token that
 * touched another one, a number that a word comes nearer to. So a text in which every finding was replaced scans clean.
 */
export function settle(text: string, look: (text: string) => Explained): Explained {
  let { findings, complete } = look(text);
  for (let round = 0; round < mostRounds && findings.length > 0; round += 1) {
    const masked = mask(text, findings);
    const more = look(masked.text);
    complete &&= more.complete;
    if (more.findings.length === 0) return { findings, complete };
    const placed = more.findings.map((finding) => ({ ...finding, ...masked.original(finding) }));
    findings = withoutOverlaps([...findings, ...placed]);
  }
  return { findings: withoutOverlaps(toNextGaps(text, findings)), complete };
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

interface Masked {
  readonly text: string;
  readonly original: (span: Span) => Span;
}

/** `findings` are in order and do not overlap. */
function mask(text: string, findings: readonly ExplainedFinding[]): Masked {
  const parts: string[] = [];
  const marks: (Span & { readonly finding: Span })[] = [];
  let from = 0;
  let at = 0;
  for (const finding of findings) {
    const mark = `[${finding.detector}-1]`;
    parts.push(text.slice(from, finding.start), mark);
    at += finding.start - from;
    marks.push({ start: at, end: at + mark.length, finding });
    at += mark.length;
    from = finding.end;
  }
  parts.push(text.slice(from));
  /** A place in a mark is the edge of what the mark stands for. */
  const back = (place: number, edge: 'start' | 'end') => {
    const before = marks.findLast(({ start }) => (edge === 'start' ? start <= place : start < place));
    if (!before) return place;
    const { end, finding } = before;
    const inMark = edge === 'start' ? place < end : place <= end;
    return inMark ? finding[edge] : finding.end + place - end;
  };
  return {
    text: parts.join(''),
    original: ({ start, end }) => ({ start: back(start, 'start'), end: back(end, 'end') }),
  };
}
