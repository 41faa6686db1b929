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
  const concerned = concernedBy(surveyed.survey, set);
  const whole: readonly Window[] = [{ start: 0, end: surveyed.text.length }];
  for (const compiled of concerned) {
    if (disabled.has(compiled.detector.id)) continue;
    const anchors = placesOf(compiled.anchors, surveyed.survey.ends);
    const windows = windowsOf(compiled, { surveyed, anchors, sought, whole });
    if (windows.length > 0) yield { compiled, windows, anchors };
  }
}

function concernedBy(survey: Survey, { sought, byWord, wordless, byOutline }: CompiledSet): Set<CompiledDetector> {
  const concerned = new Set(wordless);
  for (const word of survey.words) for (const each of byWord[word] ?? []) concerned.add(each);
  for (const kind of ['strict', 'loose'] as const) {
    const add = (outline: number) => {
      const each = byOutline[kind][outline];
      if (each) concerned.add(each);
    };
    const ended = survey[kind];
    if (ended) ended.forEach((places, ends) => places && sought[kind].sets[ends]?.forEach(add));
    else byOutline[kind].forEach((_each, outline) => add(outline)); // nobody looked: all may match
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

function merged(lists: readonly (readonly number[])[]): readonly number[] {
  const filled = lists.filter(({ length }) => length > 0);
  const [first = noPlaces] = filled;
  return filled.length < 2 ? first : filled.flat().sort((left, right) => left - right);
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
