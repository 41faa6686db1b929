import { anywhere, endsOf, positionsOf, step } from './positions.ts';
import type { OutlineTable, Positions, State } from './positions.ts';
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
  /** By outline: the places in `sets` of those that it belongs to; `undefined` for one that never ended yet. */
  readonly setsOf: readonly (readonly number[] | undefined)[];
  /** Works out one step. Where no more states can be held, all are forgotten. */
  readonly make: (state: number, symbol: number) => number;
  /** The place in `sets` of the outlines that end with the text. */
  readonly atEnd: (state: number) => number;
  /** All steps that were taken so far. */
  readonly taken: () => WarmSteps;
}

/** Steps that nearly every text takes, worked out beforehand. States are numbered from 0 in the order in which they were met. */
export interface WarmSteps {
  /** State by state: how many steps, and each as symbol, number of the next state and place in `sets`. */
  readonly steps: readonly number[];
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

/** `table` is asked for when a step is met that is not among the `warm` ones. */
export function createOutlines(table: () => OutlineTable, warm?: WarmSteps): Outlines {
  return new Automaton(table, warm);
}

class Automaton implements Outlines {
  next = new Int32Array(firstStates * symbolCount).fill(unmade);
  ending = new Uint16Array(firstStates * symbolCount);
  readonly sets: readonly (readonly number[])[];
  readonly setsOf: readonly (readonly number[] | undefined)[];
  readonly #setOf: (members: readonly number[]) => number;
  readonly #table: () => OutlineTable;
  #positions: Positions | undefined;
  readonly #first: State = { members: [], starts: anywhere };
  readonly #places = new Map<string, number>();
  /** `undefined` for a state that is known only by the step that leads to it: see `#origins`. */
  readonly #states: (State | undefined)[] = [];
  /** By state that was worked out beforehand: the place of the first step to it. Made when the first new step is. */
  #origins: (number | undefined)[] | undefined;
  #warmEnds: readonly number[] = [];

  constructor(table: () => OutlineTable, warm: WarmSteps | undefined) {
    this.#table = table;
    const { sets, setsOf, setOf } = endingSets(warm?.sets);
    this.sets = sets;
    this.setsOf = setsOf;
    this.#setOf = setOf;
    this.#placeOf(this.#first);
    if (warm) this.#take(warm);
  }

  make(place: number, symbol: number): number {
    this.#origins ??= this.#originsOfWarm();
    const state = this.#stateAt(place);
    const set = this.#setOf(endsOf(state.members, this.#known(), symbol));
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
    return warm ?? this.#setOf(endsOf(this.#stateAt(place).members, this.#known()));
  }

  taken(): WarmSteps {
    const steps: number[] = [];
    for (let number = 0; number < this.#states.length; number += 1) {
      const count = steps.push(0) - 1;
      for (let symbol = 0; symbol < symbolCount; symbol += 1) {
        const place = number * symbolCount + symbol;
        const next = this.next[place] ?? unmade;
        if (next === unmade) continue;
        steps[count] = (steps[count] ?? 0) + 1;
        steps.push(symbol, (next & (met - 1)) / symbolCount, this.ending[place] ?? 0);
      }
    }
    const ends = this.#states.map((_, number) => this.atEnd(number * symbolCount));
    return { steps, ends, sets: this.sets };
  }

  #take({ steps, ends }: WarmSteps): void {
    this.#makeRoom(ends.length);
    this.#states.length = ends.length;
    this.#warmEnds = ends;
    const { next, ending } = this;
    let at = 0;
    for (let first = 0; first < ends.length * symbolCount; first += symbolCount) {
      for (let left = steps[at++] ?? 0; left > 0; left -= 1) {
        const place = first + (steps[at] ?? 0);
        const set = steps[at + 2] ?? 0;
        next[place] = (steps[at + 1] ?? 0) * symbolCount + (set === 0 ? 0 : met);
        ending[place] = set;
        at += 3;
      }
    }
  }

  #known(): Positions {
    return (this.#positions ??= positionsOf(this.#table()));
  }

  #originsOfWarm(): (number | undefined)[] {
    const origins: (number | undefined)[] = [];
    for (let place = 0; place < this.#warmEnds.length * symbolCount; place += 1) {
      const next = this.next[place] ?? unmade;
      if (next !== unmade) origins[(next & (met - 1)) / symbolCount] ??= place;
    }
    return origins;
  }

  #after(state: State, symbol: number): State {
    return step(state, symbol, this.#known());
  }

  #stateAt(place: number): State {
    const number = place / symbolCount;
    const known = this.#states[number];
    if (known !== undefined || number === 0) return known ?? this.#first;
    const origin = this.#origins?.[number] ?? 0;
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

function endingSets(known: readonly (readonly number[])[] = [[]]) {
  const sets: (readonly number[])[] = [];
  const setsOf: (number[] | undefined)[] = [];
  const places = new Map<string, number>();
  const setOf = (members: readonly number[]): number => {
    const key = members.join();
    const earlier = places.get(key);
    if (earlier !== undefined) return earlier;
    const place = sets.push(members) - 1;
    places.set(key, place);
    for (const member of members) (setsOf[member] ??= []).push(place);
    return place;
  };
  for (const set of known) setOf(set);
  return { sets, setsOf, setOf };
}
