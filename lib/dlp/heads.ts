import type { RegexNode } from './regex-tree.ts';
import { unitsOf } from './symbols.ts';

/** The two units that matches begin with, as a table of 128 rows: by first unit, four words with a bit for each second unit. */
export type Pairs = Uint32Array;

const units = 128;
/** The last unit of ASCII stands for all beyond it, too. */
export const foreign = units - 1;

/** By unit: 1 for a member. */
type Members = Uint8Array;

/** What is left of a pattern. */
type Rest = { readonly node: RegexNode; readonly next: Rest } | undefined;

/** Patterns that begin in more ways are not worth it. */
const mostVisits = 5_000;

/** May say too much, never too little; `undefined` where a pattern may begin with anything. */
export function pairsOf(tree: RegexNode, isBlind: boolean): Pairs | undefined {
  const pairs = new Uint32Array(units * 4);
  const reader = { isBlind, visits: 0, isOpen: false };
  eachFirst({ node: tree, next: undefined }, reader, (first, rest) => {
    const seconds = new Uint32Array(4);
    eachFirst(rest, reader, (second) => {
      for (let unit = 0; unit < units; unit += 1)
        if (second[unit] === 1) seconds[unit >> 5] = (seconds[unit >> 5] ?? 0) | (1 << (unit & 31));
    });
    for (let place = 0; place < pairs.length; place += 1)
      if (first[place >> 2] === 1) pairs[place] = (pairs[place] ?? 0) | (seconds[place & 3] ?? 0);
  });
  return reader.isOpen ? undefined : pairs;
}

/** By unit: 1 for what a match can begin with. */
export function firstsOf(pairs: Pairs): Uint8Array {
  const firsts = new Uint8Array(units);
  for (let unit = 0; unit < units; unit += 1)
    if (pairs.subarray(unit * 4, unit * 4 + 4).some((bits) => bits !== 0)) firsts[unit] = 1;
  return firsts;
}

const everything: Members = new Uint8Array(units).fill(1);

interface Reader {
  readonly isBlind: boolean;
  visits: number;
  /** True for what may be empty, hold anything, or begin in too many ways. */
  isOpen: boolean;
}

function eachFirst(rest: Rest, reader: Reader, visit: (members: Members, rest: Rest) => void): void {
  reader.visits += 1;
  if (reader.visits > mostVisits) reader.isOpen = true;
  if (reader.isOpen) return;
  if (rest === undefined) {
    visit(everything, undefined); // whatever follows the match
    return;
  }
  const { node, next } = rest;
  switch (node.kind) {
    case 'look':
    case 'edge':
      eachFirst(next, reader, visit);
      return;
    case 'unknown':
      reader.isOpen = true;
      return;
    case 'class':
      visit(membersOf(node.members, reader.isBlind), next);
      return;
    case 'text': {
      const [first = '', ...others] = node.text.split('');
      const left = others.length === 0 ? next : { node: { kind: 'text' as const, text: others.join('') }, next };
      visit(membersOf(escapeOf(first), reader.isBlind), left);
      return;
    }
    case 'sequence':
      eachFirst(
        node.parts.reduceRight<Rest>((later, part) => ({ node: part, next: later }), next),
        reader,
        visit,
      );
      return;
    case 'choice':
      for (const branch of node.branches) eachFirst({ node: branch, next }, reader, visit);
      return;
    case 'repeat': {
      // Two copies have all that two units can be.
      const [least, most] = [Math.min(node.least, 2), Math.min(node.most, 2)];
      const fewer = { ...node, least: Math.max(0, least - 1), most: most - 1 };
      if (most > 0) eachFirst({ node: node.node, next: most > 1 ? { node: fewer, next } : next }, reader, visit);
      if (least === 0) eachFirst(next, reader, visit);
    }
  }
}

function escapeOf(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

const known = new Map<string, Members>();

function membersOf(source: string, isBlind: boolean): Members {
  const key = isBlind ? `i${source}` : source;
  const members = known.get(key) ?? readMembers(source, isBlind);
  known.set(key, members);
  return members;
}

function readMembers(source: string, isBlind: boolean): Members {
  const { ascii, isForeign } = unitsOf(source);
  const members = ascii.map((member, unit) => {
    if (member === 1 || !isBlind) return member;
    const char = String.fromCharCode(unit);
    return (ascii[char.toUpperCase().charCodeAt(0)] ?? 0) | (ascii[char.toLowerCase().charCodeAt(0)] ?? 0);
  });
  if (isForeign) members[foreign] = 1;
  return members;
}

/** What lookbehinds at the start forbid for sure. */
export function notBeforeOf(node: RegexNode, isBlind: boolean): Uint8Array {
  const forbidden = new Uint8Array(units);
  const [first] = node.kind === 'sequence' ? node.parts : [node];
  if (first?.kind !== 'look' || first.opening !== '(?<!') return forbidden;
  const branches = first.node.kind === 'choice' ? first.node.branches : [first.node];
  for (const branch of branches) {
    if (branch.kind !== 'class' || (isBlind && branch.members.startsWith('^'))) continue;
    unitsOf(branch.members).ascii.forEach((member, unit) => {
      if (member === 1 && unit !== foreign) forbidden[unit] = 1;
    });
  }
  return forbidden;
}
