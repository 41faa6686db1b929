import type { CompiledDetector } from './compile.ts';
import type { Runs } from './decode.ts';
import { editBetween } from './edit.ts';
import type { Edit } from './edit.ts';
import { normaliseSteps } from './normalise.ts';
import type { Normalised } from './normalise.ts';
import { renormalise } from './renormalise.ts';
import { longestWord, resurvey } from './resurvey.ts';
import { inOrder, runsAfter, runSteps } from './runs.ts';
import type { KeptRuns } from './runs.ts';
import { surveySteps } from './survey.ts';
import type { Sought, Survey } from './survey.ts';
import type { ExplainedFinding } from './types.ts';
import type { Window } from './windows.ts';

/** What a look at a long text found out on its way. Nobody changes it any more. */
export interface KeptLook {
  readonly text: string;
  readonly normal: Normalised;
  readonly survey: Survey;
  readonly found: ReadonlyMap<CompiledDetector, Searched>;
  readonly runs: KeptRuns | undefined;
}

/** The windows of one detector that were searched, in order, and what stood in each. */
export interface Searched {
  readonly windows: readonly Window[];
  readonly findings: readonly (readonly ExplainedFinding[])[];
}

/** Words outside a window, the line and the marks around it: all that counts is nearer than that. */
const leastContext = 160;

/** One look at a long text, that begins from what an earlier look at nearly the same text found out, and keeps its own. */
export class LookAgain {
  readonly #text: string;
  readonly #before: KeptLook | undefined;
  readonly #found = new Map<CompiledDetector, { windows: Window[]; findings: (readonly ExplainedFinding[])[] }>();
  #normal: Normalised | undefined;
  /** Between the texts as they are read. */
  #edit: Edit | undefined;
  #context = leastContext;
  #survey: Survey | undefined;
  #runs: KeptRuns | undefined;

  constructor(text: string, before: KeptLook | undefined) {
    this.#text = text;
    this.#before = before;
  }

  *normalise(): Generator<undefined, Normalised> {
    const before = this.#before;
    if (before === undefined) return (this.#normal = yield* normaliseSteps(this.#text));
    const { normal, edit } = renormalise(this.#text, before.normal, editBetween(before.text, this.#text));
    this.#edit = edit;
    return (this.#normal = normal);
  }

  /** `text` is what was normalised. */
  *survey(text: string, sought: Sought): Generator<number, Survey> {
    this.#context = Math.max(leastContext, longestWord(sought) + 2);
    const before = this.#before?.survey;
    const known = before && this.#edit && resurvey(text, before, { edit: this.#edit, sought });
    return (this.#survey = known ?? (yield* surveySteps(text, sought)));
  }

  /** Adds what stands in a window; false where that is not known, or something near the window was changed since. */
  takeFound(findings: ExplainedFinding[], compiled: CompiledDetector, window: Window): boolean {
    const shift = this.#shiftOf(window);
    const earlier = shift === undefined ? undefined : this.#before?.found.get(compiled);
    if (shift === undefined || earlier === undefined) return false;
    const found = earlier.findings[placeOf(earlier.windows, window, shift)];
    if (found === undefined) return false;
    const moved =
      shift === 0 ? found : found.map((each) => ({ ...each, start: each.start + shift, end: each.end + shift }));
    for (const each of moved) findings.push(each);
    this.keepFound(compiled, window, moved);
    return true;
  }

  keepFound(compiled: CompiledDetector, window: Window, findings: readonly ExplainedFinding[]): void {
    let own = this.#found.get(compiled);
    if (own === undefined) this.#found.set(compiled, (own = { windows: [], findings: [] }));
    own.windows.push(window);
    own.findings.push(findings);
  }

  *runs(text: string): Generator<undefined, Runs> {
    const before = this.#before?.runs;
    this.#runs = before && this.#edit ? yield* runsAfter(text, before, this.#edit) : yield* runSteps(text);
    return inOrder(this.#runs);
  }

  /** What was found out; `undefined` before the look is over. */
  kept(): KeptLook | undefined {
    const [normal, survey] = [this.#normal, this.#survey];
    return normal && survey && { text: this.#text, normal, survey, found: this.#found, runs: this.#runs };
  }

  /** How far a window stands from where it stood before; `undefined` where it is too near to the edit. */
  #shiftOf({ start, end }: Window): number | undefined {
    const edit = this.#edit;
    if (edit === undefined) return undefined;
    if (end + this.#context <= edit.start) return 0;
    return start - this.#context >= edit.end ? edit.end - edit.endBefore : undefined;
  }
}

/** The place of a window among earlier ones, -1 where it is none of them. */
function placeOf(windows: readonly Window[], { start, end }: Window, shift: number): number {
  let low = 0;
  let high = windows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((windows[middle]?.start ?? 0) + shift < start) low = middle + 1;
    else high = middle;
  }
  const found = windows[low];
  return found && found.start + shift === start && found.end + shift === end ? low : -1;
}
