import { facts } from '../vocabulary.ts';
import { atLeast, hideFew, sumBeside } from './installs.ts';
import type { Kinds } from './installs.ts';
import type { Fact, Presence, WordFact } from '../vocabulary.ts';

/** So many installations of a group are of these kinds. */
export interface HeardRow extends Readonly<Record<WordFact, readonly string[]>> {
  readonly group: string;
  readonly installs: number;
  readonly kinds: Readonly<Record<Fact, string>>;
}

export interface PresenceRow {
  readonly group: string;
  readonly presence: Presence;
  readonly installs: number;
}

/** One group on one day. Each number has five installations or more behind it, and so has each difference of two. */
export interface FleetGroup extends Readonly<Record<WordFact, Readonly<Record<string, number>>>> {
  /** Empty for installations without a group. */
  readonly group: string;
  /** Devices that there should be, by the import. */
  readonly expected?: number;
  readonly enrolled?: number;
  readonly presence: Readonly<Partial<Record<Presence, number>>>;
  /** By fact; there is none where the number of those that were heard is not shown. */
  readonly kinds: Readonly<Partial<Record<Fact, Kinds>>>;
}

/** All groups, from what was counted of them. There is no sum over groups: it could be taken apart. */
export function summarise(options: {
  readonly presence: readonly PresenceRow[];
  readonly heard: readonly HeardRow[];
  readonly expected: ReadonlyMap<string, number>;
}): readonly FleetGroup[] {
  const { presence, heard, expected } = options;
  const names = new Set([...presence.map(({ group }) => group), ...expected.keys()]);
  return [...names].toSorted().map((group) => {
    const present = count(presence.filter((row) => row.group === group).map((row) => [row.presence, row.installs]));
    const devices = expected.get(group);
    const enrolled = sumBeside(present);
    const shown = atLeast(present);
    const rows = shown['heard'] === undefined ? [] : heard.filter((row) => row.group === group);
    return {
      group,
      ...(devices === undefined ? {} : { expected: devices }),
      ...(enrolled === undefined ? {} : { enrolled }),
      presence: shown,
      kinds: kindsOf(rows),
      drift: wordsOf('drift', rows),
      reasons: wordsOf('reasons', rows),
      openGates: wordsOf('openGates', rows),
    };
  });
}

function kindsOf(rows: readonly HeardRow[]): FleetGroup['kinds'] {
  if (rows.length === 0) return {};
  return Object.fromEntries(
    facts.map((fact) => [fact, hideFew(count(rows.map(({ kinds, installs }) => [kinds[fact], installs])))]),
  );
}

/** How many reported each word. It is shown when those with it and those without it are both enough, or all have it. */
function wordsOf(fact: WordFact, rows: readonly HeardRow[]): FleetGroup[WordFact] {
  const words = new Set(rows.flatMap((row) => row[fact]));
  const shown: Record<string, number> = {};
  for (const word of [...words].toSorted()) {
    const kinds = hideFew(count(rows.map((row) => [String(row[fact].includes(word)), row.installs])));
    const installs = kinds.shown['true'];
    if (installs !== undefined) shown[word] = installs;
  }
  return shown;
}

function count(pairs: readonly (readonly [string, number])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [kind, installs] of pairs) counts.set(kind, (counts.get(kind) ?? 0) + installs);
  return counts;
}
