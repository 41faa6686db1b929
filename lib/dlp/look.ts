import { collect } from './collect.ts';
import type { CompiledSet } from './compile.ts';
import { decodedRuns } from './decode.ts';
import { isInMark } from './marks.ts';
import { normaliseSteps } from './normalise.ts';
import { withoutOverlaps } from './overlap.ts';
import { Surveyor } from './survey.ts';
import type { ExplainedFinding } from './types.ts';
import { chancesIn } from './windows.ts';
import type { Window } from './windows.ts';

export interface Explained {
  readonly findings: readonly ExplainedFinding[];
  readonly complete: boolean;
}

/** Work that can pause after each small piece. What it yields is how much of the first look is done, 0..1. */
export type Steps<Result> = Generator<number, Result>;

/** Does all the work at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

export interface Pass {
  readonly set: CompiledSet;
  readonly disabled: ReadonlySet<string>;
  /** Encoded texts within encoded texts, so many levels down. */
  readonly depth: number;
  /** Where to look, in order: windows that touch none of these are left out. */
  readonly near?: readonly Window[] | undefined;
}

/** The text as it is read by a person, then what its encoded runs hold, `depth` levels down. */
export function* look(text: string, pass: Pass): Steps<Explained> {
  const normalising = normaliseSteps(text);
  let read = normalising.next();
  for (; read.done !== true; read = normalising.next()) yield 0;
  const normal = read.value;
  const near = pass.near?.map(({ start, end }) => ({ start: normal.placeOf(start), end: normal.placeOf(end) }));
  const found = yield* lookFlat(normal.text, { ...pass, near });
  const findings = found.findings.map((finding) => ({ ...finding, ...normal.original(finding) }));
  let { complete } = found;
  if (pass.depth > 0) {
    const isWanted = near && ((run: Window) => touches(run, near));
    for (const run of decodedRuns(normal.text, isWanted)) {
      yield 0.75;
      if (run === undefined) continue;
      const { start, end, decoded } = run;
      const inner = yield* look(decoded, { ...pass, depth: pass.depth - 1, near: undefined });
      complete &&= inner.complete;
      const span = normal.original({ start, end });
      for (const finding of inner.findings) findings.push({ ...finding, ...span, why: [...finding.why, 'encoded'] });
    }
  }
  return { findings: withoutOverlaps(findings), complete };
}

/** Units that are surveyed or searched before there is a pause. */
const pieceOfText = 65_536;

function* lookFlat(text: string, { set, disabled, near }: Pass): Steps<Explained> {
  const surveyor = new Surveyor(text, set.sought);
  for (let from = 0; from < text.length; from += pieceOfText) {
    surveyor.advance(from, Math.min(text.length, from + pieceOfText));
    yield (from / text.length) * 0.5;
  }
  const findings: ExplainedFinding[] = [];
  let complete = true;
  let searched = 0;
  for (const { compiled, windows, anchors } of chancesIn({ text, survey: surveyor.finish() }, set, disabled)) {
    try {
      for (const window of windows) {
        if (near && !touches(window, near)) continue;
        collect(findings, compiled, { text, window, anchors });
        searched += window.end - window.start;
        if (searched < pieceOfText) continue;
        searched = 0;
        yield 0.5;
      }
    } catch {
      complete = false; // the others still run; policy decides what an incomplete scan means
    }
  }
  surveyor.release();
  return { findings: findings.filter((finding) => !isInMark(text, finding, set.ids)), complete };
}

/** A word outside a window may count within it. */
const wordReach = 160;

/** `places` are in order and do not overlap. */
function touches({ start, end }: Window, places: readonly Window[]): boolean {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.end ?? 0) < start - wordReach) low = middle + 1;
    else high = middle;
  }
  return (places[low]?.start ?? Infinity) <= end + wordReach;
}
