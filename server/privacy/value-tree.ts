import { placesOf, scopeOf } from './places.ts';
import type { CellName, Place } from './places.ts';

/** A cell of one day. */
export interface Cell extends CellName {
  readonly incidents: number;
}

/** A day's counts before suppression. */
export interface Cube {
  readonly cells: readonly Cell[];
  /** People behind each value, by `scopeOf` of its place. Numbers of `k` and more need not be exact. */
  readonly people: ReadonlyMap<string, number>;
}

/** A value of the cube with the values that it is the sum of: total, actions, lines, cells. */
export interface Node {
  readonly place: Place;
  readonly parent: Node | undefined;
  readonly children: Node[];
  incidents: number;
  /** At least `k` people, and so have all values above it. */
  readonly enough: boolean;
  shown: boolean;
}

export interface Tree {
  readonly root: Node;
  readonly cells: readonly Node[];
}

/** The tree of a day's values, with all that have too few people hidden. */
export function growTree({ cells, people }: Cube, k: number): Tree {
  const nodes = new Map<string, Node>();
  const nodeAt = (place: Place, parent?: Node): Node => {
    const scope = scopeOf(place);
    const known = nodes.get(scope);
    if (known) return known;
    const enough = (people.get(scope) ?? 0) >= k && parent?.enough !== false;
    const node = { place, parent, children: [], incidents: 0, enough, shown: enough };
    nodes.set(scope, node);
    parent?.children.push(node);
    return node;
  };
  const root = nodeAt(placesOf({ action: '', rule: '', group: '' }).total);
  const leaves = cells.map((cell) => {
    const { action, line, cell: own } = placesOf(cell);
    const leaf = nodeAt(own, nodeAt(line, nodeAt(action, root)));
    for (let node: Node | undefined = leaf; node; node = node.parent) node.incidents += cell.incidents;
    return leaf;
  });
  return { root, cells: [...new Set(leaves)] };
}

/**
 * Hides what would reveal the hidden. The difference between a shown value and all that is shown below it is a sum of hidden cells:
 * afterwards each such sum holds a cell of `k` people, or is a whole value of `k` people of which nothing is shown below.
 */
export function hideRevealing(node: Node): void {
  for (const child of node.children) hideRevealing(child);
  const hasHidden = node.children.some(({ shown }) => !shown);
  if (hasHidden && node.enough && !isGuarded(node)) hideSmallest(node);
}

/** True when the hidden cells that are summed up here alone have enough people together. */
function isGuarded(node: Node): boolean {
  if (node.children.length === 0) return node.enough;
  if (node.enough && !showsBelow(node)) return true;
  return node.children.some((child) => !child.shown && isGuarded(child));
}

function showsBelow({ children }: Node): boolean {
  return children.some((child) => child.shown || showsBelow(child));
}

function hideSmallest(node: Node): void {
  const shown = node.children.filter((child) => child.shown);
  const [smallest] = shown.toSorted(bySize);
  if (smallest) hide(smallest);
}

/** A sum whose parts are all shown is not hidden by leaving it out: one of its parts goes too. */
function hide(node: Node): void {
  if (node.children.length > 0 && node.children.every(({ shown }) => shown)) hideSmallest(node);
  node.shown = false;
}

export function bySize(left: Node, right: Node): number {
  return left.incidents - right.incidents || (scopeOf(left.place) < scopeOf(right.place) ? -1 : 1);
}
