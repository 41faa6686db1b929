import { collect, firstStartIn } from './collect.ts';
import type { Match, Stretch } from './collect.ts';
import type { CompiledDetector } from './compile.ts';
import type { Edit } from './edit.ts';
import { countBefore } from './in-order.ts';
import { shapeOf } from './regex-shape.ts';
import { treeOf } from './regex-tree.ts';
import type { RegexNode } from './regex-tree.ts';
import type { Window } from './windows.ts';

/** The windows of one detector that were searched, in order, and the matches that were reported in each. */
export interface Searched {
  readonly windows: readonly Window[];
  readonly matches: readonly (readonly Match[])[];
}

/** UTF-16 units beside a match within which all stands that counts: words, its line, and what a detector's `verify` reads. */
export const beside = 256;

interface Known {
  readonly edit: Edit;
  readonly earlier: Searched;
  readonly report: (match: Match) => void;
}

/**
 * Reports what one detector finds in a window in which something was edited, from what it found there before: matches follow one
 * another, so those far before the edit are as they were, and behind it, where the search has come to a place at which the earlier one
 * was between two matches, so are all that follow. False where that cannot be said of the window or the pattern; then nothing was
 * reported.
 */
export function collectAgain(compiled: CompiledDetector, stretch: Stretch, { edit, earlier, report }: Known): boolean {
  const { window } = stretch;
  const shift = edit.end - edit.endBefore;
  const before = earlier.matches[placeOf(earlier.windows, { start: window.start, end: window.end - shift })];
  const isWithin = window.start <= edit.start && edit.end <= window.end;
  const room = roomOf(compiled);
  if (before === undefined || !isWithin || room === Infinity) return false;
  const limit = edit.start - compiled.reach - room;
  const first = before.slice(0, countBefore(before, limit, startOf));
  first.forEach(report);
  let from = Math.max(firstStartIn(window), limit, first.at(-1)?.end ?? 0);
  let to = Math.max(from, edit.end + room);
  for (;;) {
    to = betweenMatches(before, to - shift) + shift;
    let reached = to;
    const within = { start: from, end: to, before: room, behind: compiled.reach + room };
    collect(compiled, { ...stretch, within }, (match) => {
      report(match);
      reached = Math.max(reached, match.end);
    });
    if (reached === to) break;
    from = to = reached;
  }
  for (const match of before.slice(countBefore(before, to - shift, startOf))) report(moved(match, shift));
  return true;
}

/** The match as it stands so many units farther on. */
export function moved(match: Match, shift: number): Match {
  if (shift === 0) return match;
  const findings = match.findings.map((each) => ({ ...each, start: each.start + shift, end: each.end + shift }));
  return { start: match.start + shift, end: match.end + shift, findings };
}

/** The place of a window among others, which are in order; -1 where it is none of them. */
export function placeOf(windows: readonly Window[], { start, end }: Window): number {
  const place = countBefore(windows, start, startOf);
  const found = windows[place];
  return found?.start === start && found.end === end ? place : -1;
}

/** The first place from one on at which no match goes on. */
function betweenMatches(matches: readonly Match[], place: number): number {
  return Math.max(place, matches[countBefore(matches, place, startOf) - 1]?.end ?? 0);
}

const startOf = ({ start }: Window) => start;

const rooms = new WeakMap<CompiledDetector, number>();

/** Units beside a match that it can hang on; `Infinity` where its lookarounds or the match itself have no bound. */
function roomOf(compiled: CompiledDetector): number {
  const known = rooms.get(compiled);
  if (known !== undefined) return known;
  const { pattern, find } = compiled.detector;
  const tree = find === undefined && compiled.reach < Infinity ? treeOf(pattern) : undefined;
  const room = tree ? looksOf(tree, pattern) + beside : Infinity;
  rooms.set(compiled, room);
  return room;
}

/** All of them together: more than any of them. */
function looksOf(node: RegexNode, pattern: RegExp): number {
  const sum = (nodes: readonly RegexNode[]) => nodes.reduce((all, each) => all + looksOf(each, pattern), 0);
  switch (node.kind) {
    case 'look':
      return shapeOf(pattern, node.node).longest + looksOf(node.node, pattern);
    case 'sequence':
      return sum(node.parts);
    case 'choice':
      return sum(node.branches);
    case 'repeat':
      return looksOf(node.node, pattern);
    case 'text':
    case 'class':
    case 'edge':
    case 'unknown':
      return 0;
  }
}
