import type { RegexNode } from './regex-tree.ts';
import { unitsOf } from './symbols.ts';

/** Units from the start of a match to the end of one of its anchors, at least and at most. */
export interface Lead {
  readonly least: number;
  readonly most: number;
}

/** Farther ones save nothing. */
const farthest = 1_024;
/** Texts that a part of a pattern may stand for, so many at most, are compared one by one. */
const mostTexts = 64;
const mostParts = 8;
const mostMembers = 6;

/** The anchors that are sought in a pattern, with what was found out: branches of one pattern share most of their parts. */
export interface Anchored {
  readonly anchors: readonly string[];
  readonly leads: Map<RegexNode, Lead | undefined>;
  readonly ends: Map<string, number>;
  readonly texts: Map<RegexNode, Texts>;
  /** By first part: the parts that were looked at together, and what they gave. */
  readonly windows: Map<RegexNode, { readonly parts: readonly RegexNode[]; readonly lead: Lead | undefined }[]>;
}

/** `anchors` are in lower case. */
export function anchored(anchors: readonly string[]): Anchored {
  return { anchors, leads: new Map(), ends: new Map(), texts: new Map(), windows: new Map() };
}

/** Where the first anchor ends in every match; `undefined` where that is not known. */
export function leadOf(node: RegexNode, known: Anchored): Lead | undefined {
  if (known.anchors.length === 0) return undefined;
  if (known.leads.has(node)) return known.leads.get(node);
  const lead = readLead(node, known);
  known.leads.set(node, lead);
  return lead;
}

function readLead(node: RegexNode, known: Anchored): Lead | undefined {
  switch (node.kind) {
    case 'choice':
      return together(node.branches.map((branch) => leadOf(branch, known)));
    case 'sequence':
      return (
        ofSequence(node.parts, known) ?? together(withAndWithout(node.parts).map((parts) => ofSequence(parts, known)))
      );
    case 'text':
      return ofSequence([node], known);
    case 'repeat':
      return node.least === 0 ? undefined : leadOf(node.node, known);
    case 'class':
    case 'look':
    case 'edge':
    case 'unknown':
      return undefined;
  }
}

function together(leads: readonly (Lead | undefined)[]): Lead | undefined {
  const known = leads.filter((lead) => lead !== undefined);
  if (known.length < leads.length || known.length === 0) return undefined;
  return { least: Math.min(...known.map(({ least }) => least)), most: Math.max(...known.map(({ most }) => most)) };
}

/** Parts that may be left out at the start of a sequence make it several: so many times at most. */
const mostSplits = 3;

function withAndWithout(parts: readonly RegexNode[], splits = 0): readonly (readonly RegexNode[])[] {
  const place = parts.findIndex(({ kind }) => kind === 'repeat');
  const part = parts[place];
  if (part?.kind !== 'repeat' || part.least > 0 || part.most !== 1 || splits === mostSplits) return [parts];
  const [before, behind] = [parts.slice(0, place), parts.slice(place + 1)];
  const inside = part.node.kind === 'sequence' ? part.node.parts : [part.node];
  if (!before.every(({ kind }) => kind === 'look' || kind === 'edge' || kind === 'text')) return [parts];
  return [
    ...withAndWithout([...before, ...behind], splits + 1),
    ...withAndWithout([...before, ...inside, ...behind], splits + 1),
  ];
}

/** The nearest of those that the parts have, alone or with their neighbours. */
function ofSequence(parts: readonly RegexNode[], known: Anchored): Lead | undefined {
  let best: Lead | undefined;
  let before = { least: 0, most: 0 };
  for (const [place, part] of parts.entries()) {
    if (before.most > Math.min(farthest, best?.most ?? farthest)) break;
    const own = part.kind === 'text' ? undefined : leadOf(part, known);
    for (const lead of [own, leadAt(part, parts.slice(place, place + mostParts), known)]) {
      if (lead === undefined || before.most + lead.most > farthest) continue;
      const moved = { least: before.least + lead.least, most: before.most + lead.most };
      if (best === undefined || moved.most < best.most) best = moved;
    }
    const { least, most } = lengthOf(part);
    before = { least: before.least + least, most: before.most + most };
  }
  return best;
}

function leadAt(first: RegexNode, parts: readonly RegexNode[], known: Anchored): Lead | undefined {
  const earlier = known.windows.get(first) ?? [];
  const same = earlier.find((window) => isSame(window.parts, parts));
  if (same) return same.lead;
  const lead = leadIn(parts, known);
  known.windows.set(first, [...earlier, { parts, lead }]);
  return lead;
}

function isSame(left: readonly RegexNode[], right: readonly RegexNode[]): boolean {
  return left.length === right.length && left.every((part, place) => part === right[place]);
}

/** As many parts as it takes until each text that they may stand for holds an anchor. */
function leadIn(parts: readonly RegexNode[], known: Anchored): Lead | undefined {
  let texts: readonly string[] | undefined = [''];
  for (const part of parts) {
    texts = joined(texts, textsOf(part, known));
    if (texts === undefined) return undefined;
    const ends = texts.map((text) => firstEnd(text, known));
    if (ends.every((end) => end < Infinity)) return { least: Math.min(...ends), most: Math.max(...ends) };
  }
  return undefined;
}

function firstEnd(text: string, { anchors, ends }: Anchored): number {
  const earlier = ends.get(text);
  if (earlier !== undefined) return earlier;
  let first = Infinity;
  for (const anchor of anchors) {
    const at = text.indexOf(anchor);
    if (at >= 0) first = Math.min(first, at + anchor.length);
  }
  ends.set(text, first);
  return first;
}

type Texts = readonly string[] | undefined;

/** All that a part may stand for, in lower case; `undefined` where that is too much. */
function textsOf(node: RegexNode, known: Anchored): Texts {
  if (known.texts.has(node)) return known.texts.get(node);
  const texts = readTexts(node, known);
  known.texts.set(node, texts);
  return texts;
}

function readTexts(node: RegexNode, known: Anchored): Texts {
  switch (node.kind) {
    case 'text':
      return [node.text.toLowerCase()];
    case 'look':
    case 'edge':
      return [''];
    case 'unknown':
      return undefined;
    case 'class':
      return membersOf(node.members);
    case 'sequence':
      return node.parts.reduce<Texts>((texts, part) => joined(texts, textsOf(part, known)), ['']);
    case 'choice': {
      if (node.branches.length > mostTexts) return undefined;
      const all = node.branches.map((branch) => textsOf(branch, known));
      return all.includes(undefined) ? undefined : fewOf(all.flatMap((texts) => texts ?? []));
    }
    case 'repeat':
      return node.most > 3 ? undefined : repeated(textsOf(node.node, known), node);
  }
}

function membersOf(source: string): Texts {
  const { ascii, isForeign } = unitsOf(source);
  const members: string[] = [];
  ascii.forEach((member, unit) => {
    if (member === 1) members.push(String.fromCharCode(unit).toLowerCase());
  });
  return isForeign || members.length > mostMembers ? undefined : [...new Set(members)];
}

function repeated(once: Texts, { least, most }: { readonly least: number; readonly most: number }): Texts {
  let all: Texts = least === 0 ? [''] : [];
  let copies: Texts = [''];
  for (let count = 1; count <= most; count += 1) {
    copies = joined(copies, once);
    if (copies === undefined || all === undefined) return undefined;
    if (count >= least) all = fewOf([...all, ...copies]);
  }
  return all;
}

function joined(left: Texts, right: Texts): Texts {
  if (left === undefined || right === undefined || left.length * right.length > mostTexts * 8) return undefined;
  return fewOf(left.flatMap((start) => right.map((end) => start + end)));
}

function fewOf(texts: readonly string[]): Texts {
  const different = [...new Set(texts)];
  return different.length <= mostTexts ? different : undefined;
}

/** Units that a part may stand for, at least and at most. */
function lengthOf(node: RegexNode): Lead {
  switch (node.kind) {
    case 'text':
      return { least: node.text.length, most: node.text.length };
    case 'class':
      return { least: 1, most: 1 };
    case 'look':
    case 'edge':
      return { least: 0, most: 0 };
    case 'unknown':
      return { least: 0, most: Infinity };
    case 'sequence':
      return node.parts
        .map(lengthOf)
        .reduce((sum, { least, most }) => ({ least: sum.least + least, most: sum.most + most }), {
          least: 0,
          most: 0,
        });
    case 'choice': {
      const lengths = node.branches.map(lengthOf);
      return {
        least: Math.min(...lengths.map(({ least }) => least)),
        most: Math.max(...lengths.map(({ most }) => most)),
      };
    }
    case 'repeat': {
      const { least, most } = lengthOf(node.node);
      return { least: least * node.least, most: most === 0 ? 0 : most * node.most };
    }
  }
}
