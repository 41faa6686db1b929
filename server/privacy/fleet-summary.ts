import { atLeast, hideFew, sumBeside } from './installs.ts';
import type { Kinds } from './installs.ts';

/** When an installation was last heard, seen from the day of the summary. */
export const presences = ['heard', 'quiet', 'silent-3', 'silent-7'] as const;
export type Presence = (typeof presences)[number];

/** What is counted of the installations that were heard on the day. */
export const facts = ['state', 'version', 'policy', 'drift', 'rings', 'audit', 'dropped'] as const;
export type Fact = (typeof facts)[number];

/** So many installations of a group are of these kinds. */
export interface HeardRow {
  readonly group: string;
  readonly installs: number;
  /** The kind by each fact; for drift, all words that hold. */
  readonly kinds: Readonly<Record<Exclude<Fact, 'drift'>, string>>;
  readonly drift: readonly string[];
}

export interface PresenceRow {
  readonly group: string;
  readonly presence: Presence;
  readonly installs: number;
}

/** One group on one day. Each number has five installations or more behind it, and so has each difference of two. */
export interface FleetGroup {
  /** Empty for installations without a group. */
  readonly group: string;
  /** Devices that there should be, by the import. */
  readonly expected?: number;
  readonly enrolled?: number;
  readonly presence: Readonly<Partial<Record<Presence, number>>>;
  /** By fact; there is none where the number of those that were heard is not shown. */
  readonly kinds: Readonly<Partial<Record<Exclude<Fact, 'drift'>, Kinds>>>;
  /** For each word of drift: how many reported it. */
  readonly drift: Readonly<Record<string, number>>;
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
      drift: driftOf(rows),
    };
  });
}

function kindsOf(rows: readonly HeardRow[]): FleetGroup['kinds'] {
  if (rows.length === 0) return {};
  const known = facts.filter((fact) => fact !== 'drift');
  return Object.fromEntries(
    known.map((fact) => [fact, hideFew(count(rows.map(({ kinds, installs }) => [kinds[fact], installs])))]),
  );
}

/** A word is shown when those with it and those without it are both enough, or all have it. */
function driftOf(rows: readonly HeardRow[]): FleetGroup['drift'] {
  const words = new Set(rows.flatMap(({ drift }) => drift));
  const shown: Record<string, number> = {};
  for (const word of [...words].toSorted()) {
    const kinds = hideFew(count(rows.map(({ drift, installs }) => [String(drift.includes(word)), installs])));
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
