import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fewestPeople as k, placesOf, scopeOf } from './places.ts';
import type { CellName, Place } from './places.ts';
import { suppress } from './suppress.ts';
import type { ShownValue } from './suppress.ts';
import type { Cube } from './value-tree.ts';

/** One person's incidents in one cell of a day. */
interface Hit extends CellName {
  readonly person: number;
  readonly incidents: number;
}

interface Secret extends CellName {
  readonly incidents: number;
  readonly people: ReadonlySet<number>;
}

/** The counts of a day, and what is behind them. */
function dayOfHits(hits: readonly Hit[]): { readonly cube: Cube; readonly secrets: readonly Secret[] } {
  const people = new Map<string, Set<number>>();
  const secrets = new Map<string, { name: CellName; incidents: number }>();
  for (const { person, incidents, ...name } of hits) {
    const places = placesOf(name);
    for (const place of Object.values(places)) {
      const scope = scopeOf(place);
      people.set(scope, (people.get(scope) ?? new Set()).add(person));
    }
    const key = scopeOf(places.cell);
    secrets.set(key, { name, incidents: (secrets.get(key)?.incidents ?? 0) + incidents });
  }
  const cells = [...secrets.values()].map(({ name, incidents }) => ({ ...name, incidents }));
  return {
    cube: { cells, people: new Map([...people].map(([scope, set]) => [scope, set.size])) },
    secrets: [...secrets].map(([key, { name, incidents }]) => ({ ...name, incidents, people: people.get(key)! })),
  };
}

/** One equation: the unknown cells with coefficient 1 add up to `sum`. */
interface Equation {
  readonly row: readonly number[];
  readonly sum: number;
}

/** What an attacker knows of unknown cells: each sum, less what is known of it. */
function equationsOf(
  sums: readonly { readonly place: Place; readonly incidents: number }[],
  unknown: readonly CellName[],
  known: readonly (CellName & { readonly incidents: number })[],
): readonly Equation[] {
  return sums.map(({ place, incidents }) => {
    const parts = known.filter((cell) => isWithin(cell, place));
    return {
      row: unknown.map((cell) => (isWithin(cell, place) ? 1 : 0)),
      sum: parts.reduce((left, cell) => left - cell.incidents, incidents),
    };
  });
}

function isWithin(cell: CellName, place: Place): boolean {
  return scopeOf(placesOf(cell)[place.level]) === scopeOf(place);
}

function sumsOf(shown: readonly ShownValue[]) {
  return shown.filter(({ level }) => level !== 'cell').map(({ incidents, ...place }) => ({ place, incidents }));
}

/** Gaussian elimination: rows with a leading 1 each. */
function reduce(rows: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const left = rows.map((row) => [...row]);
  const done: number[][] = [];
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const at = left.findIndex((row) => Math.abs(row[column]!) > 1e-9);
    if (at < 0) continue;
    const [pivot] = left.splice(at, 1);
    const lead = pivot!.map((value) => value / pivot![column]!);
    for (const row of [...left, ...done]) {
      const factor = row[column]!;
      if (factor !== 0) for (const [index, value] of lead.entries()) row[index]! -= factor * value;
    }
    done.push(lead);
  }
  return done;
}

/** Whether the sum of the cells of a set follows from the equations. */
function solver(equations: readonly Equation[]): (wanted: readonly number[]) => boolean {
  const basis = reduce(equations.map(({ row }) => row));
  return (wanted) => {
    const rest = [...wanted];
    for (const row of basis) {
      const lead = row.findIndex((value) => Math.abs(value) > 1e-9);
      const factor = rest[lead]!;
      for (const [index, value] of row.entries()) rest[index]! -= factor * value;
    }
    return rest.every((value) => Math.abs(value) < 1e-6);
  };
}

/**
 * Whether whole numbers of at least 0 meet every equation when cell `index` is `value`. `undefined` when the search grew too long.
 */
function isPossible(
  equations: readonly Equation[],
  cells: number,
  { index, value }: { readonly index: number; readonly value: number },
): boolean | undefined {
  // Cells that stand in the same equations count as one.
  const others = new Map<string, number>();
  for (let cell = 0; cell < cells; cell += 1) {
    if (cell !== index) others.set(equations.map(({ row }) => row[cell]).join(''), cell);
  }
  const order = [index, ...others.values()];
  const left = equations.map(({ sum }) => sum);
  const last = equations.map(({ row }) => Math.max(-1, ...order.map((cell, at) => (row[cell] === 1 ? at : -1))));
  const touching = order.map((cell) => equations.flatMap(({ row }, at) => (row[cell] === 1 ? [at] : [])));
  let steps = 0;
  const search = (at: number): boolean => {
    steps += 1;
    if (steps > 30_000) throw new Error('too long');
    if (at === order.length) return left.every((sum) => sum === 0);
    const mine = touching[at]!;
    const forced = mine.filter((equation) => last[equation] === at).map((equation) => left[equation]!);
    const most = Math.min(
      ...mine.map((equation) => left[equation]!),
      ...forced,
      at === 0 || mine.length === 0 ? value : Infinity,
    );
    const least = Math.max(0, ...forced, at === 0 ? value : 0);
    for (let tried = most; tried >= least; tried -= 1) {
      for (const equation of mine) left[equation]! -= tried;
      const found = search(at + 1);
      for (const equation of mine) left[equation]! += tried;
      if (found) return true;
    }
    return false;
  };
  try {
    return search(0);
  } catch {
    return undefined;
  }
}

const rules = ['credentials', 'health', 'names'];
const actions = ['redact', 'warn'];
const groups = ['', 'sales', 'legal'];

/** People who each belong to one group, and share habits with others so that cells of many come up. */
const day = fc
  .array(
    fc.record({
      group: fc.constantFrom(...groups),
      copies: fc.constantFrom(1, 1, 2, 5, 6, 9),
      hits: fc.array(
        fc.record({
          rule: fc.constantFrom(...rules),
          action: fc.constantFrom(...actions),
          incidents: fc.constantFrom(1, 1, 2, 7),
        }),
        { minLength: 1, maxLength: 3 },
      ),
    }),
    { maxLength: 9 },
  )
  .map((habits) => {
    const hits: Hit[] = [];
    let person = 0;
    for (const { group, copies, hits: own } of habits)
      for (let copy = 0; copy < copies; copy += 1) {
        person += 1;
        for (const hit of own) hits.push({ ...hit, group, person });
      }
    return hits;
  });

const runs = { seed: 7, numRuns: 1_500 };

function split(secrets: readonly Secret[], shown: readonly ShownValue[]) {
  const open = new Set(shown.map(scopeOf));
  const isShown = (cell: Secret) => open.has(scopeOf(placesOf(cell).cell));
  return { hidden: secrets.filter((cell) => !isShown(cell)), known: secrets.filter(isShown) };
}

/** Sets of at most three hidden cells, and the whole. */
function* sets(length: number): Generator<readonly number[]> {
  for (let a = 0; a < length; a += 1)
    for (let b = a; b < length; b += 1) for (let c = b; c < length; c += 1) yield [...new Set([a, b, c])];
  yield Array.from({ length }, (_, index) => index);
}

function peopleOf(cells: readonly Secret[]): number {
  return new Set(cells.flatMap(({ people }) => [...people])).size;
}

/** Hidden cells, alone or added up, that an attacker can compute although fewer than `k` people are behind them. */
function computed(secrets: readonly Secret[], shown: readonly ShownValue[]): readonly (readonly Secret[])[] {
  const { hidden, known } = split(secrets, shown);
  const follows = solver(equationsOf(sumsOf(shown), hidden, known));
  const found: (readonly Secret[])[] = [];
  for (const set of sets(hidden.length)) {
    const cells = set.map((index) => hidden[index]!);
    if (cells.length === 0 || peopleOf(cells) >= k) continue;
    if (follows(hidden.map((_, index) => (set.includes(index) ? 1 : 0)))) found.push(cells);
  }
  return found;
}

describe('what is shown of a day', () => {
  it('is true, and never has fewer than k people behind it', () => {
    fc.assert(
      fc.property(day, (hits) => {
        const { cube, secrets } = dayOfHits(hits);
        for (const { incidents, ...place } of suppress(cube)) {
          const parts = secrets.filter((cell) => isWithin(cell, place));
          expect(incidents).toBe(parts.reduce((sum, cell) => sum + cell.incidents, 0));
          expect(peopleOf(parts)).toBeGreaterThanOrEqual(k);
        }
      }),
      runs,
    );
  });

  it('does not let anybody compute a cell, or a sum of cells, of fewer than k people', () => {
    fc.assert(
      fc.property(day, (hits) => {
        const { cube, secrets } = dayOfHits(hits);
        expect(computed(secrets, suppress(cube))).toEqual([]);
      }),
      runs,
    );
  });

  it('bounds no hidden cell of fewer than k people from above by less than k, and pins none down', () => {
    let searched = 0;
    let tooLong = 0;
    fc.assert(
      fc.property(day, (hits) => {
        const { cube, secrets } = dayOfHits(hits);
        const shown = suppress(cube);
        const { hidden, known } = split(secrets, shown);
        const equations = equationsOf(sumsOf(shown), hidden, known).filter(({ row }) => row.includes(1));
        for (const [index, { people, incidents }] of hidden.entries()) {
          if (people.size >= k) continue;
          const can = (value: number) => isPossible(equations, hidden.length, { index, value });
          const results = [can(incidents + 1), can(Math.max(k, incidents))];
          searched += 1;
          if (results.includes(undefined)) tooLong += 1;
          else expect(results).toEqual([true, true]);
        }
      }),
      { ...runs, numRuns: 400 },
    );
    expect(searched).toBeGreaterThan(300);
    expect(tooLong / searched).toBeLessThan(0.1);
  });

  it('keeps the group of a hidden cell from those who counted all listed rows', () => {
    fc.assert(
      fc.property(day, (hits) => {
        const { cube, secrets } = dayOfHits(hits);
        const shown = suppress(cube);
        const { hidden, known } = split(secrets, shown);
        const present = [...new Set(secrets.map(({ group }) => group))];
        if (present.length < 2) return;
        const lines = new Map(secrets.map((cell) => [scopeOf(placesOf(cell).line), cell]));
        // Which cells are empty is not known: every line may have incidents in every group, but where a value is shown.
        const shownCells = new Set(known.map((cell) => scopeOf(placesOf(cell).cell)));
        const unknown = [...lines.values()].flatMap(({ action, rule }) =>
          present
            .map((group) => ({ action, rule, group }))
            .filter((name) => !shownCells.has(scopeOf(placesOf(name).cell))),
        );
        const lineSums = [...lines.values()].map((cell) => {
          const place = placesOf(cell).line;
          const parts = secrets.filter((one) => isWithin(one, place));
          return { place, incidents: parts.reduce((sum, one) => sum + one.incidents, 0) };
        });
        const equations = equationsOf([...sumsOf(shown), ...lineSums], unknown, known);
        for (const { people, incidents, ...name } of hidden) {
          if (people.size >= k) continue;
          const index = unknown.findIndex((one) => scopeOf(placesOf(one).cell) === scopeOf(placesOf(name).cell));
          const fewer = isPossible(equations, unknown.length, { index, value: incidents - 1 });
          expect(fewer).not.toBe(false);
        }
      }),
      { ...runs, numRuns: 400 },
    );
  });

  it('would be computed if only the small cells were hidden: the attack bites', () => {
    let broken = 0;
    fc.assert(
      fc.property(day, (hits) => {
        const { cube, secrets } = dayOfHits(hits);
        const places = new Map(secrets.flatMap((cell) => Object.values(placesOf(cell)).map((p) => [scopeOf(p), p])));
        const all = [...places.values()].map((place) => {
          const parts = secrets.filter((cell) => isWithin(cell, place));
          return { ...place, incidents: parts.reduce((sum, cell) => sum + cell.incidents, 0) };
        });
        const careless = all.filter((value) => (cube.people.get(scopeOf(value)) ?? 0) >= k);
        if (computed(secrets, careless).length > 0) broken += 1;
      }),
      { ...runs, numRuns: 300 },
    );
    expect(broken).toBeGreaterThan(50);
  });
});

/** `people` persons with one incident each in a cell; each call brings others. */
let persons = 0;
function many(people: number, rule: string, group: string, action = 'redact'): Hit[] {
  return Array.from({ length: people }, () => ({ person: (persons += 1), incidents: 1, rule, group, action }));
}

function shownOf(hits: readonly Hit[]) {
  return suppress(dayOfHits(hits).cube).map(({ level, action, rule, group, incidents }) =>
    [level, action, rule, group, incidents].filter((part) => part !== '').join(' '),
  );
}

describe('suppression', () => {
  it('shows everything where every cell has enough people', () => {
    expect(shownOf([...many(5, 'credentials', 'sales'), ...many(6, 'credentials', 'legal')])).toEqual([
      'total 11',
      'action redact 11',
      'line redact credentials 11',
      'group legal 6',
      'group sales 5',
      'cell redact credentials legal 6',
      'cell redact credentials sales 5',
    ]);
  });

  it('shows nothing below k people', () => {
    expect(shownOf(many(4, 'credentials', 'sales'))).toEqual([]);
    expect(shownOf([])).toEqual([]);
  });

  it('shows sums of enough people where every cell is small, but not both of lines and of groups', () => {
    const hits = [
      ...many(3, 'credentials', 'sales'),
      ...many(3, 'credentials', 'legal'),
      ...many(3, 'health', 'sales', 'warn'),
      ...many(3, 'health', 'legal', 'warn'),
    ];
    expect(shownOf(hits)).toEqual([
      'total 12',
      'action redact 6',
      'action warn 6',
      'line redact credentials 6',
      'line warn health 6',
    ]);
  });

  it('hides a rectangle around a small cell, and goes on showing every sum', () => {
    const hits = [
      ...many(1, 'credentials', 'sales'),
      ...many(7, 'credentials', 'legal'),
      ...many(20, 'health', 'sales'),
      ...many(30, 'health', 'legal'),
      ...many(40, 'names', 'sales'),
      ...many(50, 'names', 'legal'),
    ];
    expect(shownOf(hits)).toEqual([
      'total 148',
      'action redact 148',
      'line redact credentials 8',
      'line redact health 50',
      'line redact names 90',
      'group legal 87',
      'group sales 61',
      'cell redact names legal 50',
      'cell redact names sales 40',
    ]);
  });
});
