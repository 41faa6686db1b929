import type { RegexNode } from './regex-tree.ts';
import { symbolSetsOf, symbolSetsOfUnit } from './symbols.ts';

/**
 * What a pattern's matches look like when only kinds of characters are told apart: an automaton without the empty step (Glushkov's).
 * Every match has the outline; not all that has it is a match.
 */
export interface Outline {
  /** By position: the symbols that it stands for, a bit each. */
  readonly symbols: readonly number[];
  /** By position: how far it is to those that may come next. */
  readonly steps: readonly (readonly number[])[];
  readonly first: readonly number[];
  readonly last: readonly number[];
  /** Symbols that never stand before a match, and never after one. */
  readonly notBefore: number;
  readonly notAfter: number;
  /** Repeats that may be left out: each makes more states. */
  readonly freedom: number;
}

/** Larger ones are not worth it. */
const mostPositions = 1_000;
/** Units that a match of an outline can have: only patterns that have a bound have one, so no position is met twice. */
export const longestOutline = mostPositions;
/** Of those that may begin anywhere in a word or a number. */
const mostUnguarded = 100;

interface Fragment {
  readonly isNullable: boolean;
  readonly first: readonly number[];
  readonly last: readonly number[];
}

interface Builder {
  readonly isBlindToCase: boolean;
  readonly symbols: number[];
  readonly follow: number[][];
  freedom: number;
}

const nothing: Fragment = { isNullable: true, first: [], last: [] };

/** `undefined` where a pattern has no small outline. */
export function outlineOf(tree: RegexNode, isBlindToCase: boolean): Outline | undefined {
  const builder: Builder = { isBlindToCase, symbols: [], follow: [], freedom: 0 };
  const fragment = add(tree, builder);
  const notBefore = guardOf(tree, 'first', isBlindToCase);
  const { symbols, follow, freedom } = builder;
  if (fragment === undefined || fragment.isNullable) return undefined;
  if (notBefore === 0 && symbols.length > mostUnguarded) return undefined;
  const { first, last } = fragment;
  const steps = follow.map((next, place) => next.map((to) => to - place));
  return { symbols, steps, first, last, freedom, notBefore, notAfter: guardOf(tree, 'last', isBlindToCase) };
}

/** The symbols that a lookaround at the edge forbids altogether. Of what it forbids in part, nothing is said. */
function guardOf(node: RegexNode, edge: 'first' | 'last', isBlindToCase: boolean): number {
  if (node.kind === 'choice')
    return node.branches.reduce((guard, branch) => guard & guardOf(branch, edge, isBlindToCase), -1);
  const outermost = node.kind === 'sequence' ? node.parts.at(edge === 'first' ? 0 : -1) : node;
  if (outermost?.kind !== 'look' || outermost.opening !== (edge === 'first' ? '(?<!' : '(?!')) return 0;
  const branches = outermost.node.kind === 'choice' ? outermost.node.branches : [outermost.node];
  return branches.reduce(
    (guard, branch) => (branch.kind === 'class' ? guard | symbolSetsOf(branch.members, isBlindToCase).all : guard),
    0,
  );
}

function add(node: RegexNode, builder: Builder): Fragment | undefined {
  switch (node.kind) {
    case 'look':
    case 'edge':
      return nothing;
    case 'unknown':
      return undefined;
    case 'class':
      return addPosition(symbolSetsOf(node.members, builder.isBlindToCase).some, builder);
    case 'text':
      return addAll([...node.text.split('')], builder, (char) =>
        addPosition(symbolSetsOfUnit(char.charCodeAt(0), builder.isBlindToCase).some, builder),
      );
    case 'sequence':
      return addAll(node.parts, builder, (part) => add(part, builder));
    case 'choice':
      return addChoice(node.branches, builder);
    case 'repeat':
      return addRepeat(node, builder);
  }
}

function addPosition(symbols: number, builder: Builder): Fragment | undefined {
  const place = builder.symbols.push(symbols) - 1;
  builder.follow.push([]);
  return place < mostPositions ? { isNullable: false, first: [place], last: [place] } : undefined;
}

function addAll<Item>(
  items: readonly Item[],
  builder: Builder,
  addOne: (item: Item) => Fragment | undefined,
): Fragment | undefined {
  let whole: Fragment = nothing;
  for (const item of items) {
    const next = addOne(item);
    if (next === undefined) return undefined;
    link(whole.last, next.first, builder);
    whole = {
      isNullable: whole.isNullable && next.isNullable,
      first: whole.isNullable ? [...whole.first, ...next.first] : whole.first,
      last: next.isNullable ? [...whole.last, ...next.last] : next.last,
    };
  }
  return whole;
}

function link(from: readonly number[], to: readonly number[], { follow }: Builder): void {
  for (const place of from) for (const next of to) if (!follow[place]?.includes(next)) follow[place]?.push(next);
}

function addChoice(branches: readonly RegexNode[], builder: Builder): Fragment | undefined {
  const fragments = branches.map((branch) => add(branch, builder));
  if (fragments.includes(undefined)) return undefined;
  const known = fragments.filter((each) => each !== undefined);
  return {
    isNullable: known.some((each) => each.isNullable),
    first: known.flatMap((each) => each.first),
    last: known.flatMap((each) => each.last),
  };
}

type Repeat = RegexNode & { readonly kind: 'repeat' };

/** As many copies as there may be, those past the least each left out at will; without a bound, the last one goes in a circle. */
function addRepeat({ node, least, most }: Repeat, builder: Builder): Fragment | undefined {
  const copies = most === Infinity ? Math.max(least, 1) : most;
  if (copies > mostPositions) return undefined;
  return addAll(
    Array.from({ length: copies }, (_, copy) => copy),
    builder,
    (copy) => {
      const fragment = add(node, builder);
      if (fragment === undefined) return undefined;
      if (most === Infinity && copy === copies - 1) link(fragment.last, fragment.first, builder);
      if (copy < least) return fragment;
      builder.freedom += 1;
      return { ...fragment, isNullable: true };
    },
  );
}
