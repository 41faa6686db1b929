import { collect } from './collect.ts';
import type { Match } from './collect.ts';
import type { CompiledSet } from './compile.ts';
import { decodedRuns } from './decode.ts';
import type { LookAgain } from './look-again.ts';
import { isInMark } from './marks.ts';
import { normaliseSteps } from './normalise.ts';
import { withoutOverlaps } from './overlap.ts';
import { release, surveySteps } from './survey.ts';
import type { Trace } from './trace.ts';
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
  /** What an earlier scan found out, and where this one keeps what it does. */
  readonly trace?: Trace | undefined;
}

/** The text as it is read by a person, then what its encoded runs hold, `depth` levels down. */
export function* look(text: string, pass: Pass): Steps<Explained> {
  const { depth, trace } = pass;
  const known = trace?.resultOf(text, pass);
  if (known) return known;
  const again = trace?.lookAgain(text);
  const normal = yield* pausing(0, again ? again.normalise() : normaliseSteps(text));
  const near = pass.near?.map(({ start, end }) => ({ start: normal.placeOf(start), end: normal.placeOf(end) }));
  const found = yield* lookFlat(normal.text, { ...pass, near, again });
  const findings = found.findings.map((finding) => ({ ...finding, ...normal.original(finding) }));
  let { complete } = found;
  if (depth > 0) {
    const isWanted = near && ((run: Window) => touches(run, near));
    const runs = again && (yield* pausing(0.75, again.runs(normal.text)));
    for (const run of decodedRuns(normal.text, isWanted, runs)) {
      yield 0.75;
      if (run === undefined) continue;
      const { start, end, decoded } = run;
      const inner = yield* look(decoded, { ...pass, depth: depth - 1, near: undefined });
      complete &&= inner.complete;
      const span = normal.original({ start, end });
      for (const finding of inner.findings) findings.push({ ...finding, ...span, why: [...finding.why, 'encoded'] });
    }
  }
  const result = { findings: withoutOverlaps(findings), complete };
  trace?.keep(text, result, { ...pass, again });
  return result;
}

function* pausing<Result>(share: number, steps: Generator<undefined, Result>): Steps<Result> {
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) yield share;
  return step.value;
}

/** Units that are searched before there is a pause. */
const pieceOfText = 65_536;

interface FlatPass extends Pass {
  readonly again: LookAgain | undefined;
}

function* lookFlat(text: string, { set, disabled, near, again }: FlatPass): Steps<Explained> {
  const survey = yield* again ? again.survey(text, set.sought) : surveySteps(text, set.sought);
  const findings: ExplainedFinding[] = [];
  const report = (match: Match) => {
    for (const finding of match.findings) findings.push(finding);
  };
  let complete = true;
  let searched = 0;
  for (const { compiled, windows, anchors } of chancesIn({ text, survey }, set, disabled)) {
    try {
      for (const window of windows) {
        if (near && !touches(window, near)) continue;
        const stretch = { text, window, anchors };
        if (again) again.collect(compiled, stretch, report);
        else collect(compiled, stretch, report);
        searched += window.end - window.start;
        if (searched < pieceOfText) continue;
        searched = 0;
        yield 0.5;
      }
    } catch {
      complete = false; // the others still run; policy decides what an incomplete scan means
    }
  }
  if (!again) release(survey, set.sought);
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
