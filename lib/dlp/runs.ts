import { cutAfter, cutBefore } from './boundary.ts';
import { encodedKinds } from './decode.ts';
import type { Candidate, DecodedRun, Runs } from './decode.ts';
import type { Edit } from './edit.ts';
import { escapedKinds } from './escapes.ts';
import { countBefore } from './in-order.ts';

/** All runs of a text, kind by kind, with a pause after each kind; what one says is worked out once. */
export function* runSteps(text: string): Generator<undefined, KeptRuns> {
  const encoded: (readonly Candidate[])[] = [];
  for (const kind of encodedKinds) {
    encoded.push(Array.from(kind(text), (run) => ({ ...run, decode: once(run.decode) })));
    yield undefined;
  }
  const escaped: (readonly DecodedRun[])[] = [];
  for (const kind of escapedKinds) {
    escaped.push([...kind(text)]);
    yield undefined;
  }
  return { encoded, escaped };
}

/** Runs by kind. */
export interface KeptRuns {
  readonly encoded: readonly (readonly Candidate[])[];
  readonly escaped: readonly (readonly DecodedRun[])[];
}

/** In the order in which a whole look meets them. */
export function inOrder({ encoded, escaped }: KeptRuns): Runs {
  return { encoded: encoded.flat(), escaped: escaped.flat() };
}

/** The runs of an edited text from those of the text before: only what stands between two cuts around the edit is looked at. */
export function* runsAfter(text: string, before: KeptRuns, edit: Edit): Generator<undefined, KeptRuns> {
  const from = cutBefore(text, edit.start);
  const to = cutAfter(text, edit.end);
  const shift = edit.end - edit.endBefore;
  const near = yield* runSteps(text.slice(from, to));
  const spliced = <Run extends Span>(earlier: readonly Run[], fresh: readonly Run[]): readonly Run[] => [
    ...earlier.slice(0, countBefore(earlier, from, startOf)),
    ...fresh.map((run) => moved(run, from)),
    ...earlier.slice(countBefore(earlier, to - shift, startOf)).map((run) => moved(run, shift)),
  ];
  return {
    encoded: before.encoded.map((runs, kind) => spliced(runs, near.encoded[kind] ?? [])),
    escaped: before.escaped.map((runs, kind) => spliced(runs, near.escaped[kind] ?? [])),
  };
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function moved<Run extends Span>(run: Run, shift: number): Run {
  return shift === 0 ? run : { ...run, start: run.start + shift, end: run.end + shift };
}

function once(decode: Candidate['decode']): Candidate['decode'] {
  let known: { readonly decoded: string | undefined } | undefined;
  return (run) => (known ??= { decoded: decode(run) }).decoded;
}

function startOf({ start }: Span): number {
  return start;
}
