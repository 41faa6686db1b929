import { collectAgain, beside, moved, placeOf } from './collect-again.ts';
import type { Searched } from './collect-again.ts';
import { collect } from './collect.ts';
import type { Match, Stretch } from './collect.ts';
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
import type { Window } from './windows.ts';

/** What a look at a long text found out on its way. Nobody changes it any more. */
export interface KeptLook {
  readonly text: string;
  readonly normal: Normalised;
  readonly survey: Survey;
  readonly found: ReadonlyMap<CompiledDetector, Searched>;
  readonly runs: KeptRuns | undefined;
}

/** One look at a long text, that begins from what an earlier look at nearly the same text found out, and keeps its own. */
export class LookAgain {
  readonly #text: string;
  readonly #before: KeptLook | undefined;
  readonly #found = new Map<CompiledDetector, { windows: Window[]; matches: (readonly Match[])[] }>();
  #normal: Normalised | undefined;
  /** Between the texts as they are read. */
  #edit: Edit | undefined;
  #context = beside;
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
    this.#context = Math.max(beside, longestWord(sought) + 2);
    const before = this.#before?.survey;
    const known = before && this.#edit && resurvey(text, before, { edit: this.#edit, sought });
    return (this.#survey = known ?? (yield* surveySteps(text, sought)));
  }

  /** As the function of that name, but for what is known of the window. */
  collect(compiled: CompiledDetector, stretch: Stretch, report: (match: Match) => void): void {
    const { window } = stretch;
    const edit = this.#edit;
    const earlier = edit && this.#before?.found.get(compiled);
    const known = earlier && this.#matchesIn(window, earlier, edit);
    const matches: Match[] = [];
    // Told one by one: what was found before a detector throws counts.
    const add = (match: Match) => {
      matches.push(match);
      report(match);
    };
    if (known) known.forEach(report);
    else if (!earlier || !collectAgain(compiled, stretch, { edit, earlier, report: add }))
      collect(compiled, stretch, add);
    let own = this.#found.get(compiled);
    if (own === undefined) this.#found.set(compiled, (own = { windows: [], matches: [] }));
    own.windows.push(window);
    own.matches.push(known ?? matches);
  }

  /** `undefined` for a window that was not searched, or is too near to the edit. */
  #matchesIn(window: Window, earlier: Searched, edit: Edit): readonly Match[] | undefined {
    if (window.end + this.#context <= edit.start) return earlier.matches[placeOf(earlier.windows, window)];
    if (window.start - this.#context < edit.end) return undefined;
    const shift = edit.end - edit.endBefore;
    const before = { start: window.start - shift, end: window.end - shift };
    const found = earlier.matches[placeOf(earlier.windows, before)];
    return shift === 0 || found?.length === 0 ? found : found?.map((match) => moved(match, shift));
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
}
