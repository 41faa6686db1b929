import { treeOf } from './regex-tree.ts';
import type { RegexNode } from './regex-tree.ts';

/** What a pattern's source says about every text it matches. */
export interface RegexShape {
  /** Lower-case literals of which at least one stands in every match; empty when none could be derived. */
  readonly anchors: readonly string[];
  /** The longest match in UTF-16 units; `Infinity` where it is not bounded. */
  readonly longest: number;
  /** ASCII digits that stand in every match. */
  readonly digits: number;
}

const shortestAnchor = 3;
const mostAnchors = 64;
const longestRepeat = 32;

interface Part {
  /** The exact literal this part stands for; `undefined` when it may be several. */
  readonly literal: string | undefined;
  /** Alternatives of which one is in every match of this part. */
  readonly anchors: readonly string[];
  readonly longest: number;
  readonly digits: number;
}

const anything: Part = { literal: undefined, anchors: [], longest: 0, digits: 0 };
const nothing: Part = { ...anything, literal: '' };
const endless: Part = { ...anything, longest: Infinity };

/** What cannot be read is called unbounded and without literal, which costs speed, never a finding. */
export function shapeOf(pattern: RegExp, tree = treeOf(pattern)): RegexShape {
  const { literal, anchors, longest, digits } = tree ? partOf(tree) : endless;
  const found = literal === undefined ? anchors : [literal];
  const usable = found.length > 0 && found.every(isUsable);
  return { anchors: usable ? found.map((anchor) => anchor.toLowerCase()) : [], longest, digits };
}

/** Short ones stand everywhere, unless they are of another script. */
function isUsable(anchor: string): boolean {
  return anchor.length >= shortestAnchor || /[^\0-\u007f]/.test(anchor);
}

function partOf(node: RegexNode): Part {
  switch (node.kind) {
    case 'text':
      return { literal: node.text, anchors: [], longest: node.text.length, digits: digitsOf(node.text) };
    case 'class':
      return { ...anything, longest: 1, digits: onlyDigits.test(node.members) ? 1 : 0 };
    case 'look':
    case 'edge':
      return nothing;
    case 'unknown':
      return endless;
    case 'repeat':
      return repeated(partOf(node.node), node);
    case 'sequence':
      return sequenceOf(node.parts.map(partOf));
    case 'choice':
      return choiceOf(node.branches.map(partOf));
  }
}

const onlyDigits = /^(?:\d(?:-\d)?|\\d)+$/;

function digitsOf(text: string): number {
  let digits = 0;
  for (const char of text) if (char >= '0' && char <= '9') digits += 1;
  return digits;
}

function choiceOf(branches: readonly Part[]): Part {
  const sets = branches.map(({ literal, anchors }) => (literal === undefined ? anchors : [literal]));
  const anchors = sets.every((set) => set.length > 0) ? sets.flat() : [];
  return {
    literal: undefined,
    anchors: anchors.length <= mostAnchors ? anchors : [],
    longest: Math.max(...branches.map((branch) => branch.longest)),
    digits: Math.min(...branches.map((branch) => branch.digits)),
  };
}

function sequenceOf(parts: readonly Part[]): Part {
  let literal: string | undefined = '';
  let run = '';
  let best: readonly string[] = [];
  let longest = 0;
  let digits = 0;
  const offer = (set: readonly string[]) => {
    if (quality(set) > quality(best)) best = set;
  };
  for (const part of parts) {
    longest += part.longest;
    digits += part.digits;
    literal = literal === undefined || part.literal === undefined ? undefined : literal + part.literal;
    if (part.literal !== undefined) run += part.literal;
    else {
      offer(run === '' ? [] : [run]);
      offer(part.anchors);
      run = '';
    }
  }
  offer(run === '' ? [] : [run]);
  return { literal, anchors: best, longest, digits };
}

/** Longer literals are rarer; a set is as good as its shortest. */
function quality(set: readonly string[]): number {
  let shortest = Infinity;
  for (const { length } of set) if (length < shortest) shortest = length;
  return set.length === 0 ? 0 : shortest - set.length / 1_000;
}

function repeated(part: Part, { least, most }: { readonly least: number; readonly most: number }): Part {
  const longest = part.longest === 0 ? 0 : part.longest * most;
  const digits = part.digits * least;
  if (least === 0) return { ...anything, longest };
  if (least === most && part.literal !== undefined && part.literal.length * least <= longestRepeat)
    return { ...part, literal: part.literal.repeat(least), longest, digits };
  const anchors = part.literal === undefined ? part.anchors : [part.literal];
  return { literal: undefined, anchors, longest, digits };
}
