import type { Outline } from './outline.ts';
import { symbolCount } from './symbols.ts';

/** The outlines of one automaton as plain data, their positions numbered through. */
export interface OutlineTable {
  /** By outline: how many positions it has. */
  readonly sizes: readonly number[];
  /** By outline, within its own positions. */
  readonly first: readonly (readonly number[])[];
  readonly last: readonly (readonly number[])[];
  readonly notBefore: readonly number[];
  readonly notAfter: readonly number[];
  readonly freedom: readonly number[];
  /** By position: the symbols that it stands for, a bit each. */
  readonly symbols: readonly number[];
  /** By position: the place in `lists` of how far it is to those that may come next. */
  readonly steps: readonly number[];
  readonly lists: readonly (readonly number[])[];
}

export function tableOf(outlines: readonly Outline[]): OutlineTable {
  const lists: (readonly number[])[] = [];
  const places = new Map<string, number>();
  const placeOf = (list: readonly number[]): number => {
    const key = list.join();
    const place = places.get(key) ?? lists.push(list) - 1;
    places.set(key, place);
    return place;
  };
  return {
    sizes: outlines.map(({ symbols }) => symbols.length),
    first: outlines.map(({ first }) => first),
    last: outlines.map(({ last }) => last),
    notBefore: outlines.map(({ notBefore }) => notBefore),
    notAfter: outlines.map(({ notAfter }) => notAfter),
    freedom: outlines.map(({ freedom }) => freedom),
    symbols: outlines.flatMap(({ symbols }) => symbols),
    steps: outlines.flatMap(({ steps }) => steps.map(placeOf)),
    lists,
  };
}

/** The way back. */
export function outlinesOf(table: OutlineTable): readonly Outline[] {
  let from = 0;
  return table.sizes.map((size, outline) => {
    const to = from + size;
    const symbols = table.symbols.slice(from, to);
    const steps = table.steps.slice(from, to).map((list) => table.lists[list] ?? []);
    from = to;
    return {
      symbols,
      steps,
      first: table.first[outline] ?? [],
      last: table.last[outline] ?? [],
      notBefore: table.notBefore[outline] ?? 0,
      notAfter: table.notAfter[outline] ?? 0,
      freedom: table.freedom[outline] ?? 0,
    };
  });
}

/** The positions of all outlines, and where they may begin. */
export interface Positions {
  readonly table: OutlineTable;
  readonly symbols: Uint16Array;
  /** By position: its outline. */
  readonly outline: Uint16Array;
  readonly isLast: Uint8Array;
  readonly starts: Starts;
}

/** Positions that the last symbol took, and what may begin after it. */
export interface State {
  readonly members: readonly number[];
  readonly starts: number;
}

export function step(state: State, symbol: number, { table, symbols, starts }: Positions): State {
  const bit = 1 << symbol;
  const reached = new Set<number>();
  for (const place of starts.lists[state.starts] ?? []) if (((symbols[place] ?? 0) & bit) !== 0) reached.add(place);
  for (const member of state.members) {
    for (const far of table.lists[table.steps[member] ?? 0] ?? [])
      if (((symbols[member + far] ?? 0) & bit) !== 0) reached.add(member + far);
  }
  return { members: [...reached].sort((left, right) => left - right), starts: starts.after[symbol] ?? 0 };
}

export interface Starts {
  /** Positions that matches begin with. */
  readonly lists: readonly (readonly number[])[];
  /** By symbol: what may begin after it. Many symbols are alike in this. */
  readonly after: readonly number[];
}

/** What may begin where nothing stands before. */
export const anywhere = 0;

function startsOf({ first, notBefore }: OutlineTable, base: readonly number[]): Starts {
  const guards = [...new Set(notBefore)];
  const lists: (readonly number[])[] = [];
  const places = new Map<string, number>();
  const starting = (isAllowed: (guard: number) => boolean): number => {
    const key = guards.filter(isAllowed).join();
    const known = places.get(key);
    if (known !== undefined) return known;
    const list: number[] = [];
    first.forEach((own, outline) => {
      if (isAllowed(notBefore[outline] ?? 0)) for (const place of own) list.push(place + (base[outline] ?? 0));
    });
    const place = lists.push(list) - 1;
    places.set(key, place);
    return place;
  };
  starting(() => true); // `anywhere`
  const symbols = Array.from({ length: symbolCount }, (_, symbol) => symbol);
  return { lists, after: symbols.map((symbol) => starting((guard) => (guard & (1 << symbol)) === 0)) };
}

export function positionsOf(table: OutlineTable): Positions {
  const symbols = Uint16Array.from(table.symbols);
  const outline = new Uint16Array(symbols.length);
  const isLast = new Uint8Array(symbols.length);
  const base: number[] = [];
  let from = 0;
  table.sizes.forEach((size, place) => {
    base.push(from);
    outline.fill(place, from, from + size);
    for (const last of table.last[place] ?? []) isLast[from + last] = 1;
    from += size;
  });
  return { table, symbols, outline, isLast, starts: startsOf(table, base) };
}

/** The outlines that end with these positions, but for those that never stand before the symbol. */
export function endsOf(
  members: readonly number[],
  { table, isLast, outline }: Positions,
  before?: number,
): readonly number[] {
  const ends = new Set<number>();
  const forbidden = before === undefined ? 0 : 1 << before;
  for (const member of members) {
    if (isLast[member] !== 1) continue;
    const owner = outline[member] ?? 0;
    if (((table.notAfter[owner] ?? 0) & forbidden) === 0) ends.add(owner);
  }
  return [...ends];
}
