import { fewestPeople } from './places.ts';

/** How many installations of one group and day there are of each kind, as far as it may be shown. An installation is of one kind. */
export interface Kinds {
  /** Installations by kind; a kind that is not here has none, or is hidden. */
  readonly shown: Readonly<Record<string, number>>;
  readonly hidden: boolean;
  /** A kind that half of the group or more is of, where its number is hidden. */
  readonly majority?: string;
}

/**
 * Hides kinds of fewer than `k` installations, of which all together are `total`. As their total is known, what is hidden has `k`
 * installations or more together: where it has fewer, the smallest shown kind is hidden as well.
 */
export function hideFew(counts: ReadonlyMap<string, number>, k = fewestPeople): Kinds {
  const all = [...counts].filter(([, installs]) => installs > 0).toSorted(smallestFirst);
  const total = sumOf(all);
  let hidden = all.filter(([, installs]) => installs < k);
  if (hidden.length > 0 && sumOf(hidden) < k) hidden = all.slice(0, hidden.length + 1);
  const shown = all.slice(hidden.length);
  const largest = hidden.at(-1);
  // Half of 2k leaves k for the others: that bounds none of them below k.
  const majority = largest !== undefined && total >= 2 * k && largest[1] * 2 >= total ? largest[0] : undefined;
  return {
    shown: Object.fromEntries(shown),
    hidden: hidden.length > 0,
    ...(majority === undefined ? {} : { majority }),
  };
}

/** Their sum where it reveals no fewer than `k`: it is not shown beside kinds that leave less of it. */
export function sumBeside(counts: ReadonlyMap<string, number>, k = fewestPeople): number | undefined {
  const all = [...counts];
  const hidden = sumOf(all.filter(([, installs]) => installs < k));
  const sum = sumOf(all);
  return sum < k || (hidden > 0 && hidden < k) ? undefined : sum;
}

/** Kinds of `k` and more, where their sum is not known. */
export function atLeast(counts: ReadonlyMap<string, number>, k = fewestPeople): Readonly<Record<string, number>> {
  return Object.fromEntries([...counts].filter(([, installs]) => installs >= k));
}

function sumOf(counts: readonly (readonly [string, number])[]): number {
  return counts.reduce((sum, [, installs]) => sum + installs, 0);
}

function smallestFirst(left: readonly [string, number], right: readonly [string, number]): number {
  return left[1] - right[1] || (left[0] < right[0] ? -1 : 1);
}
