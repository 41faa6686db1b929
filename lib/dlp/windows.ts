import type { CompiledDetector, CompiledSet } from './compile.ts';
import { mayFillLine } from './context.ts';
import type { Survey } from './survey.ts';

/** A stretch of a text, in UTF-16 units. */
export interface Window {
  readonly start: number;
  readonly end: number;
}

/** A detector that may match in a text, with the stretches in which it can. */
export interface Chance {
  readonly compiled: CompiledDetector;
  readonly windows: readonly Window[];
  /** Where its anchors end; empty where it has none. */
  readonly anchors: readonly number[];
}

/** A text with what one pass over it found. */
export interface Surveyed {
  readonly text: string;
  readonly survey: Survey;
}

const nowhere: readonly Window[] = [];
const noPlaces: readonly number[] = [];

/** The detectors that a surveyed text gives a chance. The others have no window in it. */
export function* chancesIn(surveyed: Surveyed, set: CompiledSet, disabled: ReadonlySet<string>): Generator<Chance> {
  const { sought } = set;
  const whole: readonly Window[] = [{ start: 0, end: surveyed.text.length }];
  for (const place of concernedBy(surveyed.survey, set)) {
    const compiled = set.at(place);
    if (disabled.has(compiled.detector.id)) continue;
    const anchors = placesOf(compiled.anchors, surveyed.survey.ends);
    const windows = windowsOf(compiled, { surveyed, anchors, sought, whole });
    if (windows.length > 0) yield { compiled, windows, anchors };
  }
}

/** The detectors that something in the text may concern. */
function concernedBy(survey: Survey, { sought, count, byWord, wordless, byOutline }: CompiledSet): readonly number[] {
  const concerned: number[] = [];
  const isKnown = new Uint8Array(count);
  const add = (place: number | undefined) => {
    if (place === undefined || isKnown[place] === 1) return;
    isKnown[place] = 1;
    concerned.push(place);
  };
  wordless.forEach(add);
  for (const word of survey.words) {
    for (let link = byWord.last[word] ?? 0; link !== 0; link = byWord.before[link] ?? 0) add(byWord.detectors[link]);
  }
  for (const kind of ['strict', 'loose'] as const) {
    const ended = survey[kind];
    if (ended)
      ended.forEach((places, ends) => {
        if (places) for (const outline of sought[kind].sets[ends] ?? []) add(byOutline[kind][outline]);
      });
    else byOutline[kind].forEach(add); // nobody looked: all may match
  }
  return concerned;
}

interface Known {
  readonly surveyed: Surveyed;
  readonly anchors: readonly number[];
  readonly sought: CompiledSet['sought'];
  readonly whole: readonly Window[];
}

function windowsOf(compiled: CompiledDetector, known: Known): readonly Window[] {
  const { surveyed, anchors, whole } = known;
  const { words, reach, detector } = compiled;
  const { length } = surveyed.text;
  if (compiled.anchors.length > 0 && anchors.length === 0) return nowhere;
  const said = words && placesOf(words, surveyed.survey.ends);
  const isAlone = detector.alone === true;
  if (said?.length === 0 && !isAlone) return nowhere;
  if (reach === Infinity) return whole;
  const ends = endsOf(compiled, known);
  if (ends) {
    const near = said ? nearWords(ends, said, reach) : ends;
    const lines = isAlone && said ? ends.filter((end) => mayFillLine(surveyed.text, end)) : noPlaces;
    return around(merged([near, lines]), { before: reach, after: afterEnd, length });
  }
  if (said && !isAlone) return around(said, { before: reach + nearWord, after: reach + nearWord, length });
  return anchors.length > 0 ? around(anchors, { before: reach, after: reach, length }) : whole;
}

/** Room behind the end of a match for what a lookahead may look at. */
const afterEnd = 64;
/** A word counts within so many units, its own length included: see `contextWord`. */
const nearWord = 96;

/** Where something ends that looks like a match; `undefined` where nobody looked. */
function endsOf({ outline }: CompiledDetector, { surveyed, sought }: Known): readonly number[] | undefined {
  const places = outline && surveyed.survey[outline.kind];
  return places && placesOf(sought[outline.kind].setsOf[outline.place] ?? [], places);
}

/** The ends, in order, that are as near to a word as a match that ends there can be. */
function nearWords(ends: readonly number[], words: readonly number[], reach: number): readonly number[] {
  const near: number[] = [];
  let next = 0;
  for (const end of ends) {
    while (next < words.length && (words[next] ?? 0) < end - reach - nearWord) next += 1;
    if (next < words.length && (words[next] ?? 0) <= end + nearWord) near.push(end);
  }
  return near;
}

/** The places of some words or sets, in order. Most meet none of theirs, and then nothing is made. */
function placesOf(members: readonly number[], places: readonly (readonly number[] | undefined)[]): readonly number[] {
  const lists: (readonly number[])[] = [];
  for (const member of members) {
    const found = places[member];
    if (found) lists.push(found);
  }
  return merged(lists);
}

/** Lists that are in order, as one. */
function merged(lists: readonly (readonly number[])[]): readonly number[] {
  let left = lists.filter(({ length }) => length > 0);
  while (left.length > 1) {
    const fewer: (readonly number[])[] = [];
    for (let at = 0; at < left.length; at += 2) fewer.push(mergedTwo(left[at] ?? noPlaces, left[at + 1] ?? noPlaces));
    left = fewer;
  }
  return left[0] ?? noPlaces;
}

function mergedTwo(one: readonly number[], two: readonly number[]): readonly number[] {
  if (two.length === 0) return one;
  const all: number[] = [];
  let next = 0;
  for (const place of one) {
    for (; next < two.length && (two[next] ?? 0) < place; next += 1) all.push(two[next] ?? 0);
    all.push(place);
  }
  for (; next < two.length; next += 1) all.push(two[next] ?? 0);
  return all;
}

function around(
  places: readonly number[],
  { before, after, length }: { readonly before: number; readonly after: number; readonly length: number },
): readonly Window[] {
  const windows: { start: number; end: number }[] = [];
  for (const place of places) {
    const start = Math.max(0, place - before);
    const end = Math.min(length, place + after);
    const last = windows.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else windows.push({ start, end });
  }
  return windows;
}
