import { bySize } from './value-tree.ts';
import type { Node, Tree } from './value-tree.ts';

/** All groups without a shown sum: their common sum is known as what is left of the total. */
const rest = Symbol('rest');
type Column = string | typeof rest;

/**
 * Chooses the groups whose sums may be shown, out of `candidates` (largest first), and hides further cells for their sake.
 *
 * Sums of groups and sums of lines cross, so that a cell could be computed from both. Lines and groups are the two sides of a graph
 * and hidden cells its edges; whatever can be computed from the sums is a cut of that graph. When the groups that have hidden cells
 * hang together by hidden cells of `k` people alone, every cut that is not a sum of lines goes through such a cell. Two groups at
 * least must hang together, or it would be known whose the hidden cells are.
 */
export function chooseGroups(tree: Tree, candidates: readonly string[]): ReadonlySet<string> {
  const shown = new Set(candidates);
  const columnOf = (leaf: Node): Column => (shown.has(leaf.place.group) ? leaf.place.group : rest);
  const groups = new Set(tree.cells.map(({ place }) => place.group));
  if (groups.size < 2) return shown; // its sum is the total
  const smallestFirst = candidates.toReversed();
  while (shown.size > 0) {
    const clusters = clustersOf(tree, columnOf);
    const open = openPair(tree, columnOf, clusters);
    if (open === undefined) return shown;
    const bridge = cheapestBridge(tree, (leaf) => clusters.get(columnOf(leaf)), open);
    if (bridge) for (const leaf of bridge) leaf.shown = false;
    else shown.delete(smallestFirst.shift() ?? '');
  }
  return shown;
}

/** Which columns hang together, by the name of one of them. */
function clustersOf({ root }: Tree, columnOf: (leaf: Node) => Column): Map<Column, Column> {
  const clusters = new Map<Column, Column>();
  for (const line of linesOf(root)) {
    for (const leaf of line.children) if (!clusters.has(columnOf(leaf))) clusters.set(columnOf(leaf), columnOf(leaf));
    const [first, ...others] = line.children.filter((leaf) => leaf.enough && !leaf.shown).map(columnOf);
    if (first === undefined) continue;
    for (const other of others) merge(clusters, clusters.get(first), clusters.get(other));
  }
  return clusters;
}

function merge(clusters: Map<Column, Column>, into: Column | undefined, from: Column | undefined): void {
  if (into === undefined || into === from) return;
  for (const [column, cluster] of clusters) if (cluster === from) clusters.set(column, into);
}

/** A cluster that must be joined with another one, and those that it may be joined with; `undefined` when all is well. */
function openPair(
  { cells }: Tree,
  columnOf: (leaf: Node) => Column,
  clusters: ReadonlyMap<Column, Column>,
): { readonly one: Column; readonly others: ReadonlySet<Column> } | undefined {
  const needed = new Set<Column>();
  for (const leaf of cells) {
    const cluster = clusters.get(columnOf(leaf));
    if (!leaf.shown && cluster !== undefined) needed.add(cluster);
  }
  const [one, ...others] = needed;
  if (one === undefined) return undefined;
  if (others.length > 0) return { one, others: new Set(others) };
  if ([...clusters.values()].filter((cluster) => cluster === one).length > 1) return undefined;
  return { one, others: new Set([...clusters.values()].filter((cluster) => cluster !== one)) };
}

/** Two cells of one line, each of `k` people, one on either side: the pair with the fewest incidents that are still shown. */
function cheapestBridge(
  { root }: Tree,
  clusterOf: (leaf: Node) => Column | undefined,
  { one, others }: { readonly one: Column; readonly others: ReadonlySet<Column> },
): readonly Node[] | undefined {
  let best: { readonly cost: number; readonly leaves: readonly Node[] } | undefined;
  for (const line of linesOf(root)) {
    const large = line.children.filter(({ enough }) => enough).toSorted((a, b) => cost(a) - cost(b) || bySize(a, b));
    const here = large.find((leaf) => clusterOf(leaf) === one);
    const there = large.find((leaf) => others.has(clusterOf(leaf) ?? one));
    if (here === undefined || there === undefined) continue;
    const sum = cost(here) + cost(there);
    if (best === undefined || sum < best.cost) best = { cost: sum, leaves: [here, there] };
  }
  return best?.leaves;
}

function cost({ shown, incidents }: Node): number {
  return shown ? incidents : 0;
}

function linesOf(root: Node): readonly Node[] {
  return root.children.flatMap(({ children }) => children);
}
