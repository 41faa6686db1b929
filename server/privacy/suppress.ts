import { chooseGroups } from './groups.ts';
import { fewestPeople, levels, placesOf, scopeOf } from './places.ts';
import type { Place } from './places.ts';
import { growTree, hideRevealing } from './value-tree.ts';
import type { Cube, Node, Tree } from './value-tree.ts';

/** A value that may be shown: what an incident counts for, once for each rule and action among its findings. */
export interface ShownValue extends Place {
  readonly incidents: number;
}

/**
 * What may be shown of one day's counts: values of at least `k` people, without those that would reveal others. Nothing says where a
 * value was hidden and where there is none. What is shown of a day must stay as it is: of two editions the difference could be taken.
 *
 * From all that it returns, nobody can compute a hidden cell of fewer than `k` people, a sum of only such cells with fewer than `k`
 * people in it, or an upper bound below `k` for one. That holds also for those who know which cells are empty; and those who know the
 * sums of all lines, because they counted the listed rows, still cannot tell the group of a hidden cell.
 */
export function suppress(cube: Cube, k = fewestPeople): readonly ShownValue[] {
  const tree = growTree(cube, k);
  hideRevealing(tree.root);
  const groups = groupSums(tree);
  const candidates = [...groups.values()].filter(({ place }) => {
    return tree.root.enough && (cube.people.get(scopeOf(place)) ?? 0) >= k;
  });
  const largestFirst = candidates.toSorted((a, b) => b.incidents - a.incidents || (a.name < b.name ? -1 : 1));
  const shown = chooseGroups(
    tree,
    largestFirst.map(({ name }) => name),
  );
  const sums = candidates.filter(({ name }) => shown.has(name));
  const values = [...shownBelow(tree.root), ...sums.map(({ place, incidents }) => ({ ...place, incidents }))];
  return values.toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level) || compareNames(a, b));
}

interface GroupSum {
  readonly name: string;
  readonly place: Place;
  incidents: number;
}

function groupSums({ cells }: Tree): ReadonlyMap<string, GroupSum> {
  const sums = new Map<string, GroupSum>();
  for (const { place, incidents } of cells) {
    const { group } = place;
    const sum = sums.get(group) ?? { name: group, place: placesOf(place).group, incidents: 0 };
    sum.incidents += incidents;
    sums.set(group, sum);
  }
  return sums;
}

function shownBelow(node: Node): readonly ShownValue[] {
  const below = node.children.flatMap(shownBelow);
  return node.shown ? [{ ...node.place, incidents: node.incidents }, ...below] : below;
}

function compareNames(left: Place, right: Place): number {
  return scopeOf(left) < scopeOf(right) ? -1 : 1;
}
