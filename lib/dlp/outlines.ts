import type { Outline } from './outline.ts';
import { symbolCount } from './symbols.ts';

/**
 * Many outlines sought in one pass: a deterministic automaton that is made as texts need it. A state is known by its place in `next`;
 * every text begins in state 0.
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

interface Position {
  readonly outline: number;
  readonly symbols: number;
  readonly follow: readonly number[];
  readonly isLast: boolean;
}

/** Positions that the last symbol took, and what may begin after it. */
interface State {
  readonly members: readonly number[];
  readonly starts: number;
}

export function createOutlines(outlines: readonly Outline[]): Outlines {
  const positions = positionsOf(outlines);
  const starts = startsOf(outlines, positions);
  const next = new Int32Array(mostStates * symbolCount).fill(unmade);
  const ending = new Uint16Array(mostStates * symbolCount);
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
  const stateAt = (place: number) => states[place / symbolCount] ?? first;
  return {
    next,
    ending,
    sets,
    setsOf,
    make(place, symbol) {
      const state = stateAt(place);
      const isAllowed = (outline: number) => ((outlines[outline]?.notAfter ?? 0) & (1 << symbol)) === 0;
      const set = setOf(endsOf(state.members, positions, isAllowed));
      const isFull = states.length >= mostStates;
      if (isFull) forget();
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
  readonly positions: readonly Position[];
  readonly starts: Starts;
}

function step(state: State, { symbol, positions, starts }: Step): State {
  const bit = 1 << symbol;
  const reached = new Set(starts.reach(state.starts, symbol));
  for (const member of state.members)
    for (const place of positions[member]?.follow ?? [])
      if (((positions[place]?.symbols ?? 0) & bit) !== 0) reached.add(place);
  return { members: [...reached].sort((left, right) => left - right), starts: starts.after[symbol] ?? 0 };
}

interface Starts {
  /** What may begin where nothing stands before. */
  readonly anywhere: number;
  /** By symbol: what may begin after it. Many symbols are alike in this. */
  readonly after: readonly number[];
  /** The first positions that take the symbol. */
  readonly reach: (starts: number, symbol: number) => readonly number[];
}

function startsOf(outlines: readonly Outline[], positions: readonly Position[]): Starts {
  const lists: (readonly number[])[] = [];
  const places = new Map<string, number>();
  const starting = (isAllowed: (outline: Outline) => boolean): number => {
    let base = 0;
    const list = outlines.flatMap((outline) => {
      const from = base;
      base += outline.symbols.length;
      return isAllowed(outline) ? outline.first.map((place) => place + from) : [];
    });
    const key = list.join();
    const place = places.get(key) ?? lists.push(list) - 1;
    places.set(key, place);
    return place;
  };
  const symbols = Array.from({ length: symbolCount }, (_, symbol) => symbol);
  return {
    anywhere: starting(() => true),
    after: symbols.map((symbol) => starting(({ notBefore }) => (notBefore & (1 << symbol)) === 0)),
    reach: (starts, symbol) =>
      (lists[starts] ?? []).filter((place) => ((positions[place]?.symbols ?? 0) & (1 << symbol)) !== 0),
  };
}

function positionsOf(outlines: readonly Outline[]): readonly Position[] {
  let base = 0;
  return outlines.flatMap(({ symbols, follow, last }, outline) => {
    const ends = new Set(last);
    const from = base;
    base += symbols.length;
    return symbols.map((each, place) => ({
      outline,
      symbols: each,
      follow: (follow[place] ?? []).map((to) => to + from),
      isLast: ends.has(place),
    }));
  });
}

function endsOf(
  members: readonly number[],
  positions: readonly Position[],
  isAllowed: (outline: number) => boolean,
): readonly number[] {
  const ends = new Set<number>();
  for (const member of members) {
    const position = positions[member];
    if (position?.isLast === true && isAllowed(position.outline)) ends.add(position.outline);
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
