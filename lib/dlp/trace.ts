import { editBetween, sameUnits } from './edit.ts';
import { LookAgain } from './look-again.ts';
import type { KeptLook } from './look-again.ts';
import type { Explained } from './look.ts';

/** Shorter texts are looked at again as a whole. */
const leastLook = 8_000;
/** Looks of one scan that are kept: more are not worth the search for the one that is most like a text. */
const mostLooks = 24;
/** UTF-16 units of the texts that one scan may keep, those included which its findings and its encoded runs make of it. */
export const mostUnits = 8_000_000;

interface Asked {
  /** Encoded texts within encoded texts, so many levels down. */
  readonly depth: number;
  /** Where only some places of a text were looked at. */
  readonly near?: unknown;
}

interface Looked {
  readonly again: LookAgain | undefined;
}

interface KeptResult {
  readonly depth: number;
  readonly look: KeptLook;
  /** `undefined` where only some places were looked at. */
  readonly result: Explained | undefined;
}

/** What one scan of a text found out on its way, for the scan of what the text becomes. */
export class Trace {
  readonly text: string;
  #before: Trace | undefined;
  /** Of short texts, by depth and text. */
  readonly #results: Map<string, Explained>[] = [];
  readonly #looks: KeptResult[] = [];
  #units = 0;
  #canBeKept = true;

  constructor(text: string, before: Trace | undefined) {
    this.text = text;
    this.#before = before;
  }

  /** UTF-16 units of the texts that it holds. */
  get units(): number {
    return this.#units;
  }

  /** False where it would be too much, or a detector threw: what that would have found is not known. */
  get canBeKept(): boolean {
    return this.#canBeKept;
  }

  /** The scan is over: what was known before it is not needed any more. */
  close(): void {
    this.#before = undefined;
  }

  /** What the very same look gave, in this scan or the one before. */
  resultOf(text: string, { depth, near }: Asked): Explained | undefined {
    if (near !== undefined) return undefined;
    const known = text.length < leastLook ? undefined : this.#longResult(text, depth);
    return known ?? (this.#mayBeLook(text) ? undefined : this.#shortResult(text, depth));
  }

  #shortResult(text: string, depth: number): Explained | undefined {
    const own = this.#results[depth]?.get(text);
    if (own || this.#before === undefined) return own;
    const earlier = this.#before.#results[depth]?.get(text);
    if (earlier) this.#keepResult(text, earlier, depth);
    return earlier;
  }

  /** Long texts are found by their length: to hash them takes longer. */
  #longResult(text: string, depth: number): Explained | undefined {
    const isSame = (kept: KeptResult) => kept.result && kept.depth === depth && kept.look.text === text;
    const own = this.#looks.find(isSame);
    if (own || this.#before === undefined) return own?.result;
    const earlier = this.#before.#looks.find(isSame);
    if (earlier) this.#keepLook(earlier);
    return earlier?.result;
  }

  /** A look at a text that is long enough to begin from what is known of the text that is most like it. */
  lookAgain(text: string): LookAgain | undefined {
    if (!this.#mayBeLook(text)) return undefined;
    return new LookAgain(text, this.#before && mostLike(text, this.#before.#looks));
  }

  /** Keeps what a look gave, and what it found out. */
  keep(text: string, result: Explained, { depth, near, again }: Asked & Looked): void {
    if (!result.complete) this.#canBeKept = false;
    const look = again?.kept();
    if (look) this.#keepLook({ depth, look, result: near === undefined ? result : undefined });
    else if (near === undefined) this.#keepResult(text, result, depth);
  }

  #mayBeLook(text: string): boolean {
    return text.length >= leastLook && this.#looks.length < mostLooks;
  }

  #count(units: number): void {
    this.#units += units;
    if (this.#units > mostUnits) this.#canBeKept = false;
  }

  #keepResult(text: string, result: Explained, depth: number): void {
    this.#count(text.length);
    if (this.#canBeKept) (this.#results[depth] ??= new Map()).set(text, result);
  }

  #keepLook(kept: KeptResult): void {
    this.#count(unitsOf(kept.look));
    if (this.#canBeKept) this.#looks.push(kept);
  }
}

/** Units that each map of a disguise, and each match, takes as much room as. */
const unitsOfStretch = 16;
const unitsOfMatch = 64;

/** Of a text with what is known of it. */
function unitsOf({ text, normal, found }: KeptLook): number {
  let matches = 0;
  for (const searched of found.values()) for (const each of searched.matches) matches += each.length;
  const read = normal.stretches ? normal.text.length + normal.stretches.length * unitsOfStretch : 0;
  return text.length + read + matches * unitsOfMatch;
}

function mostLike(text: string, looks: readonly KeptResult[]): KeptLook | undefined {
  let best: KeptLook | undefined;
  let most = text.length / 4; // less saves less than it costs
  for (const { look } of looks) {
    const same = sameUnits(editBetween(look.text, text), text);
    if (same > most) [best, most] = [look, same];
  }
  return best;
}
