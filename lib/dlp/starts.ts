import { firstsOf, foreign, notBeforeOf, pairsOf } from './heads.ts';
import type { Pairs } from './heads.ts';
import { anchored, leadOf } from './leads.ts';
import type { Lead } from './leads.ts';
import { treeOf } from './regex-tree.ts';
import type { RegexNode } from './regex-tree.ts';

/** Places at which some of a pattern's branches can match. It may say yes too often, never no too often. */
interface Starts {
  /** By unit: 1 for what a match can begin with. */
  readonly firsts: Uint8Array;
  readonly pairs: Pairs;
  /** By unit: 1 for what never stands before a match. */
  readonly notBefore: Uint8Array;
  /** How far before the end of an anchor a match begins. */
  readonly lead: Lead;
}

/** Branches whose anchors are about as far from their start are looked for together. */
export type StartGroups = readonly Starts[];

/** Units: branches with their anchor nearer than that are looked for apart from others. */
const nearby = 32;
const mostBranches = 256;

/** Of 128 units: what begins with more of them, anywhere, is found sooner by its expression. */
const mostFirsts = 48;

/** `undefined` where that is not known of all branches. `anchors` are in lower case. */
export function startsOf(pattern: RegExp, anchors: readonly string[]): StartGroups | undefined {
  const tree = /[uv]/.test(pattern.flags) || anchors.length === 0 ? undefined : treeOf(pattern);
  if (tree === undefined) return undefined;
  const isBlind = pattern.flags.includes('i');
  const known = anchored(anchors);
  const led = branchesOf(tree).map((branch): Led => ({ branch, lead: leadOf(branch, known) ?? anyLead }));
  const near = led.filter(({ lead }) => lead.most <= nearby);
  const far = led.filter(({ lead }) => lead.most > nearby && lead !== anyLead);
  const free = led.filter(({ lead }) => lead === anyLead);
  const groups = [near, far, free].filter(({ length }) => length > 0).map((group) => groupOf(group, isBlind));
  const whole = groups.filter((group): group is Starts => group !== undefined && !isOpen(group));
  return whole.length === groups.length ? whole : undefined;
}

function isOpen({ lead, firsts }: Starts): boolean {
  return lead === anyLead && firsts.reduce((sum, first) => sum + first, 0) > mostFirsts;
}

/** Of a branch whose anchors may stand anywhere in a match. */
const anyLead: Lead = { least: -Infinity, most: Infinity };

interface Led {
  readonly branch: RegexNode;
  readonly lead: Lead;
}

function groupOf(group: readonly Led[], isBlind: boolean): Starts | undefined {
  const branches = group.map(({ branch }) => branch);
  const pairs = pairsOf({ kind: 'choice', branches }, isBlind);
  if (pairs === undefined) return undefined;
  const guards = branches.map((branch) => notBeforeOf(branch, isBlind));
  const notBefore = guards.reduce((left, right) => left.map((member, unit) => member & (right[unit] ?? 0)));
  const least = Math.min(...group.map(({ lead }) => lead.least));
  const most = Math.max(...group.map(({ lead }) => lead.most));
  return { firsts: firstsOf(pairs), pairs, notBefore, lead: most === Infinity ? anyLead : { least, most } };
}

/** A choice at the start, behind what matches no unit, is spread out into branches of their own. */
function branchesOf(node: RegexNode): readonly RegexNode[] {
  if (node.kind === 'choice') return withinBounds(node.branches.flatMap(branchesOf), [node]);
  if (node.kind !== 'sequence') return [node];
  const place = node.parts.findIndex(({ kind }) => kind !== 'look' && kind !== 'edge');
  const first = node.parts[place];
  if (first?.kind !== 'choice' && first?.kind !== 'sequence') return [node];
  const branches = branchesOf(first).map((branch): RegexNode => ({
    kind: 'sequence',
    parts: [...node.parts.slice(0, place), ...partsOf(branch), ...node.parts.slice(place + 1)],
  }));
  return withinBounds(branches, [node]);
}

function withinBounds(branches: readonly RegexNode[], otherwise: readonly RegexNode[]): readonly RegexNode[] {
  return branches.length > mostBranches ? otherwise : branches;
}

function partsOf(node: RegexNode): readonly RegexNode[] {
  return node.kind === 'sequence' ? node.parts : [node];
}

/** Where an expression is tried. */
export interface Searched {
  /** The window's own text, and where it begins in the whole one. */
  readonly part: string;
  readonly offset: number;
  /** Where the detector's anchors end in the whole text, in order. */
  readonly anchors: readonly number[];
}

/** Gives the first place from one on at which a match may begin, -1 for none. It is asked for ever later ones. */
export function createCursor(groups: StartGroups, searched: Searched): (from: number) => number {
  const cursors = groups.map((starts) => cursorOf(starts, searched));
  const [only] = cursors;
  if (cursors.length === 1 && only) return only;
  const found = cursors.map(() => -2); // -2 for not yet looked for, -1 for none
  return (from) => {
    let first = -1;
    for (let place = 0; place < cursors.length; place += 1) {
      let at = found[place] ?? -1;
      if (at !== -1 && at < from) found[place] = at = cursors[place]?.(from) ?? -1;
      if (at !== -1 && (first === -1 || at < first)) first = at;
    }
    return first;
  };
}

function cursorOf(starts: Starts, { part, offset, anchors }: Searched): (from: number) => number {
  const { lead } = starts;
  if (lead === anyLead) return (from) => nextStart(part, starts, { from, to: part.length });
  let next = firstAfter(anchors, offset);
  return (from) => {
    let at = from;
    for (; next < anchors.length; next += 1) {
      const end = (anchors[next] ?? 0) - offset;
      if (end - lead.most >= part.length) return -1;
      const found = nextStart(part, starts, { from: Math.max(at, end - lead.most), to: end - lead.least });
      if (found >= 0) return found;
      at = Math.max(at, end - lead.least + 1);
    }
    return -1;
  };
}

function firstAfter(places: readonly number[], place: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function nextStart(
  part: string,
  { firsts, pairs, notBefore }: Starts,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  const last = Math.min(to, part.length - 1);
  for (let at = from; at <= last; at += 1) {
    const unit = part.charCodeAt(at);
    const row = unit < foreign ? unit : foreign;
    if (firsts[row] !== 1) continue;
    if (at + 1 === part.length) return at;
    const next = part.charCodeAt(at + 1);
    const second = next < foreign ? next : foreign;
    if (((pairs[row * 4 + (second >> 5)] ?? 0) & (1 << (second & 31))) === 0) continue;
    const before = at === 0 ? foreign : part.charCodeAt(at - 1);
    if (notBefore[before < foreign ? before : foreign] !== 1) return at;
  }
  return -1;
}
