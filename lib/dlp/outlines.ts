import type { Outline } from './outline.ts';
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
}

/** Marks a step on which something ends. */
export const met = 1 << 29;
/** A step that nobody took yet. */
export const unmade = 1 << 30;

const mostStates = 16_384;
/** Enough for most texts of people; room is doubled where it is not. */
const firstStates = 1_024;

/** The positions of all outlines, numbered through. */
interface Positions {
  readonly symbols: Uint16Array;
  readonly outline: Uint16Array;
  readonly isLast: Uint8Array;
  readonly steps: readonly (readonly number[])[];
  /** By outline: the number of its first position. */
  readonly base: readonly number[];
}

/** Positions that the last symbol took, and what may begin after it. */
interface State {
  readonly members: readonly number[];
  readonly starts: number;
}

export function createOutlines(outlines: readonly Outline[]): Outlines {
  const positions = positionsOf(outlines);
  const starts = startsOf(outlines, positions);
  let next = new Int32Array(firstStates * symbolCount).fill(unmade);
  let ending = new Uint16Array(firstStates * symbolCount);
  const states: State[] = [];
  const places = new Map<string, number>();
  const { sets, setsOf, setOf } = endingSets(outlines);
  const stateOf = (state: State): number => {
    const key = `${state.starts} ${state.members.join()}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    const place = (states.push(state) - 1) * symbolCount;
    places.set(key, place);
    return place;
  };
  const first: State = { members: [], starts: starts.anywhere };
  stateOf(first);
  const forget = () => {
    next.fill(unmade);
    states.length = 0;
    places.clear();
    stateOf(first);
  };
  const grow = () => {
    const [steps, sets] = [next, ending];
    next = new Int32Array(steps.length * 2).fill(unmade);
    next.set(steps);
    ending = new Uint16Array(steps.length * 2);
    ending.set(sets);
  };
  const stateAt = (place: number) => states[place / symbolCount] ?? first;
  return {
    get next() {
      return next;
    },
    get ending() {
      return ending;
    },
    sets,
    setsOf,
    make(place, symbol) {
      const state = stateAt(place);
      const isAllowed = (outline: number) => ((outlines[outline]?.notAfter ?? 0) & (1 << symbol)) === 0;
      const set = setOf(endsOf(state.members, positions, isAllowed));
      const isFull = states.length >= mostStates;
      if (isFull) forget();
      else if (states.length * symbolCount >= next.length) grow();
      const target = stateOf(step(state, { symbol, positions, starts })) + (set === 0 ? 0 : met);
      ending[place + symbol] = set;
      if (!isFull) next[place + symbol] = target;
      return target;
    },
    atEnd: (place) => setOf(endsOf(stateAt(place).members, positions, () => true)),
  };
}

interface Step {
  readonly symbol: number;
  readonly positions: Positions;
  readonly starts: Starts;
}

function step(state: State, { symbol, positions: { symbols, steps }, starts }: Step): State {
  const bit = 1 << symbol;
  const reached = new Set<number>();
  const reach = (place: number) => {
    if (((symbols[place] ?? 0) & bit) !== 0) reached.add(place);
  };
  for (const place of starts.lists[state.starts] ?? []) reach(place);
  for (const member of state.members) for (const far of steps[member] ?? []) reach(member + far);
  return { members: [...reached].sort((left, right) => left - right), starts: starts.after[symbol] ?? 0 };
}

interface Starts {
  /** Positions that matches begin with. */
  readonly lists: readonly (readonly number[])[];
  /** What may begin where nothing stands before. */
  readonly anywhere: number;
  /** By symbol: what may begin after it. Many symbols are alike in this. */
  readonly after: readonly number[];
}

function startsOf(outlines: readonly Outline[], { base }: Positions): Starts {
  const guards = [...new Set(outlines.map(({ notBefore }) => notBefore))];
  const lists: (readonly number[])[] = [];
  const places = new Map<string, number>();
  const starting = (isAllowed: (guard: number) => boolean): number => {
    const key = guards.filter(isAllowed).join();
    const known = places.get(key);
    if (known !== undefined) return known;
    const list: number[] = [];
    outlines.forEach(({ first, notBefore }, outline) => {
      if (isAllowed(notBefore)) for (const place of first) list.push(place + (base[outline] ?? 0));
    });
    const place = lists.push(list) - 1;
    places.set(key, place);
    return place;
  };
  const symbols = Array.from({ length: symbolCount }, (_, symbol) => symbol);
  return {
    lists,
    anywhere: starting(() => true),
    after: symbols.map((symbol) => starting((guard) => (guard & (1 << symbol)) === 0)),
  };
}

function positionsOf(outlines: readonly Outline[]): Positions {
  const count = outlines.reduce((sum, { symbols }) => sum + symbols.length, 0);
  const symbols = new Uint16Array(count);
  const owners = new Uint16Array(count);
  const isLast = new Uint8Array(count);
  const base: number[] = [];
  let from = 0;
  outlines.forEach((outline, place) => {
    base.push(from);
    symbols.set(outline.symbols, from);
    owners.fill(place, from, from + outline.symbols.length);
    for (const last of outline.last) isLast[from + last] = 1;
    from += outline.symbols.length;
  });
  return { symbols, outline: owners, isLast, steps: outlines.flatMap(({ steps }) => steps), base };
}

function endsOf(
  members: readonly number[],
  { isLast, outline }: Positions,
  isAllowed: (outline: number) => boolean,
): readonly number[] {
  const ends = new Set<number>();
  for (const member of members) {
    const owner = outline[member] ?? 0;
    if (isLast[member] === 1 && isAllowed(owner)) ends.add(owner);
  }
  return [...ends];
}

function endingSets(outlines: readonly Outline[]) {
  const sets: (readonly number[])[] = [[]];
  const setsOf: number[][] = outlines.map(() => []);
  const places = new Map<string, number>([['', 0]]);
  const setOf = (members: readonly number[]): number => {
    const key = members.join();
    const known = places.get(key);
    if (known !== undefined) return known;
    const place = sets.push(members) - 1;
    places.set(key, place);
    for (const member of members) setsOf[member]?.push(place);
    return place;
  };
  return { sets, setsOf, setOf };
}
