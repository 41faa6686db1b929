import type { Outline } from './outline.ts';
import { endsOf, positionsOf, startsOf, step } from './positions.ts';
import type { Positions, Starts, State } from './positions.ts';
import { symbolCount } from './symbols.ts';

/**
 * Many outlines sought in one pass: a deterministic automaton that is made as texts need it. A state is known by its place in `next`;
 * every text begins in state 0. `next` and `ending` are replaced by larger ones as states are made.
 */
export interface Outlines {
  /** By state and symbol: the next state, plus `met` where outlines end before that symbol; `unmade` where nobody took the step yet. */
  readonly next: Int32Array;
  /** By state and symbol: the place in `sets` of the outlines that end before that symbol. */
  readonly ending: Uint16Array;
  /** Which outlines end together. */
  readonly sets: readonly (readonly number[])[];
  /** By outline: the places in `sets` of those that it belongs to. */
  readonly setsOf: readonly (readonly number[])[];
  /** Works out one step. Where no more states can be held, all are forgotten. */
  readonly make: (state: number, symbol: number) => number;
  /** The place in `sets` of the outlines that end with the text. */
  readonly atEnd: (state: number) => number;
  /** All steps that were taken so far. */
  readonly taken: () => WarmSteps;
}

/** Steps that nearly every text takes, worked out beforehand. States are numbered from 0 in the order in which they were met. */
export interface WarmSteps {
  /** By state: its steps, each as symbol, number of the next state and place in `sets`, all in a row. */
  readonly steps: readonly (readonly number[])[];
  /** By state: the place in `sets` of the outlines that end with the text. */
  readonly ends: readonly number[];
  readonly sets: readonly (readonly number[])[];
}

/** Marks a step on which something ends. */
export const met = 1 << 29;
/** A step that nobody took yet. */
export const unmade = 1 << 30;

const mostStates = 16_384;
/** Enough for most texts of people; room is doubled where it is not. */
const firstStates = 1_024;

export function createOutlines(outlines: readonly Outline[], warm?: WarmSteps): Outlines {
  return new Automaton(outlines, warm);
}

class Automaton implements Outlines {
  next = new Int32Array(firstStates * symbolCount).fill(unmade);
  ending = new Uint16Array(firstStates * symbolCount);
  readonly sets: readonly (readonly number[])[];
  readonly setsOf: readonly (readonly number[])[];
  readonly #setOf: (members: readonly number[]) => number;
  readonly #outlines: readonly Outline[];
  readonly #positions: Positions;
  readonly #starts: Starts;
  readonly #first: State;
  readonly #places = new Map<string, number>();
  /** `undefined` for a state that is known only by the step that leads to it: see `#origins`. */
  readonly #states: (State | undefined)[] = [];
  /** By state that was worked out beforehand: the place of the first step to it. */
  #origins: (number | undefined)[] = [];
  #warmEnds: readonly number[] = [];

  constructor(outlines: readonly Outline[], warm: WarmSteps | undefined) {
    this.#outlines = outlines;
    this.#positions = positionsOf(outlines);
    this.#starts = startsOf(outlines, this.#positions);
    this.#first = { members: [], starts: this.#starts.anywhere };
    const { sets, setsOf, setOf } = endingSets(outlines, warm?.sets);
    this.sets = sets;
    this.setsOf = setsOf;
    this.#setOf = setOf;
    this.#placeOf(this.#first);
    if (warm) this.#take(warm);
  }

  make(place: number, symbol: number): number {
    const state = this.#stateAt(place);
    const isAllowed = (outline: number) => ((this.#outlines[outline]?.notAfter ?? 0) & (1 << symbol)) === 0;
    const set = this.#setOf(endsOf(state.members, this.#positions, isAllowed));
    const isFull = this.#states.length >= mostStates;
    if (isFull) this.#forget();
    const target = this.#placeOf(this.#after(state, symbol)) + (set === 0 ? 0 : met);
    if (!isFull) {
      this.next[place + symbol] = target;
      this.ending[place + symbol] = set;
    }
    return target;
  }

  atEnd(place: number): number {
    const warm = this.#warmEnds[place / symbolCount];
    return warm ?? this.#setOf(endsOf(this.#stateAt(place).members, this.#positions, () => true));
  }

  taken(): WarmSteps {
    const numbers = this.#states.map((_, number) => number);
    const stepsOf = (number: number) => {
      const steps: number[] = [];
      for (let symbol = 0; symbol < symbolCount; symbol += 1) {
        const step = this.next[number * symbolCount + symbol] ?? unmade;
        if (step === unmade) continue;
        steps.push(symbol, (step & (met - 1)) / symbolCount, this.ending[number * symbolCount + symbol] ?? 0);
      }
      return steps;
    };
    return {
      steps: numbers.map(stepsOf),
      ends: numbers.map((number) => this.atEnd(number * symbolCount)),
      sets: this.sets,
    };
  }

  #take({ steps, ends }: WarmSteps): void {
    this.#makeRoom(steps.length);
    this.#states.length = steps.length;
    this.#warmEnds = ends;
    steps.forEach((row, number) => {
      for (let at = 0; at + 2 < row.length; at += 3) {
        const [symbol = 0, target = 0, set = 0] = row.slice(at, at + 3);
        const place = number * symbolCount + symbol;
        this.next[place] = target * symbolCount + (set === 0 ? 0 : met);
        this.ending[place] = set;
        this.#origins[target] ??= place;
      }
    });
  }

  #after(state: State, symbol: number): State {
    return step(state, { symbol, positions: this.#positions, starts: this.#starts });
  }

  #stateAt(place: number): State {
    const number = place / symbolCount;
    const known = this.#states[number];
    if (known !== undefined || number === 0) return known ?? this.#first;
    const origin = this.#origins[number] ?? 0;
    const symbol = origin % symbolCount;
    const state = this.#after(this.#stateAt(origin - symbol), symbol);
    this.#states[number] = state;
    const key = keyOf(state);
    if (!this.#places.has(key)) this.#places.set(key, place);
    return state;
  }

  #placeOf(state: State): number {
    const key = keyOf(state);
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#makeRoom(this.#states.length + 1);
    const place = (this.#states.push(state) - 1) * symbolCount;
    this.#places.set(key, place);
    return place;
  }

  #makeRoom(states: number): void {
    let { length } = this.next;
    while (length < states * symbolCount) length *= 2;
    if (length === this.next.length) return;
    const { next, ending } = this;
    this.next = new Int32Array(length).fill(unmade);
    this.next.set(next);
    this.ending = new Uint16Array(length);
    this.ending.set(ending);
  }

  #forget(): void {
    this.next.fill(unmade);
    this.#states.length = 0;
    this.#places.clear();
    this.#origins = [];
    this.#warmEnds = [];
    this.#placeOf(this.#first);
  }
}

function keyOf({ starts, members }: State): string {
  return `${starts} ${members.join()}`;
}

function endingSets(outlines: readonly Outline[], known: readonly (readonly number[])[] = [[]]) {
  const sets: (readonly number[])[] = [];
  const setsOf: number[][] = outlines.map(() => []);
  const places = new Map<string, number>();
  const setOf = (members: readonly number[]): number => {
    const key = members.join();
    const known = places.get(key);
    if (known !== undefined) return known;
    const place = sets.push(members) - 1;
    places.set(key, place);
    for (const member of members) setsOf[member]?.push(place);
    return place;
  };
  for (const set of known) setOf(set);
  return { sets, setsOf, setOf };
}
