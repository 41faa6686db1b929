import type { Outline } from './outline.ts';
import { symbolCount } from './symbols.ts';

/** The positions of all outlines, numbered through. */
export interface Positions {
  readonly symbols: Uint16Array;
  readonly outline: Uint16Array;
  readonly isLast: Uint8Array;
  readonly steps: readonly (readonly number[])[];
  /** By outline: the number of its first position. */
  readonly base: readonly number[];
}

/** Positions that the last symbol took, and what may begin after it. */
export interface State {
  readonly members: readonly number[];
  readonly starts: number;
}

interface Step {
  readonly symbol: number;
  readonly positions: Positions;
  readonly starts: Starts;
}

export function step(state: State, { symbol, positions: { symbols, steps }, starts }: Step): State {
  const bit = 1 << symbol;
  const reached = new Set<number>();
  const reach = (place: number) => {
    if (((symbols[place] ?? 0) & bit) !== 0) reached.add(place);
  };
  for (const place of starts.lists[state.starts] ?? []) reach(place);
  for (const member of state.members) for (const far of steps[member] ?? []) reach(member + far);
  return { members: [...reached].sort((left, right) => left - right), starts: starts.after[symbol] ?? 0 };
}

export interface Starts {
  /** Positions that matches begin with. */
  readonly lists: readonly (readonly number[])[];
  /** What may begin where nothing stands before. */
  readonly anywhere: number;
  /** By symbol: what may begin after it. Many symbols are alike in this. */
  readonly after: readonly number[];
}

export function startsOf(outlines: readonly Outline[], { base }: Positions): Starts {
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

export function positionsOf(outlines: readonly Outline[]): Positions {
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

export function endsOf(
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
