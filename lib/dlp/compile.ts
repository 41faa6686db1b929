import { isShort } from './context.ts';
import { buildGrams } from './grams.ts';
import type { Word } from './grams.ts';
import type { Outline } from './outline.ts';
import { createOutlines } from './outlines.ts';
import type { WarmSteps } from './outlines.ts';
import { shapeOfDetector, wordsOf } from './detector-shape.ts';
import type { DetectorShape } from './detector-shape.ts';
import type { Sought } from './survey.ts';
import type { Detector } from './types.ts';

/** A detector made ready: what must occur before its expression is tried, and how far around that. */
export interface CompiledDetector {
  readonly detector: Detector;
  /** Places of its anchors among the words; empty where it has none. */
  readonly anchors: readonly number[];
  /** Places of the words without one of which nothing is reported; `undefined` where a match needs none. */
  readonly words: readonly number[] | undefined;
  /** Its outline, where it has one: in which automaton, and its place there. */
  readonly outline: { readonly kind: 'strict' | 'loose'; readonly place: number } | undefined;
  /** Units around an anchor that can belong to a match, `Infinity` where a match has no useful bound. */
  readonly reach: number;
  /** Made on first use: most texts need none. */
  readonly regex: () => RegExp;
}

/** Detectors with the tables that find in one pass where each can match. */
export interface CompiledSet {
  readonly ids: ReadonlySet<string>;
  readonly sought: Sought;
  /** By word: the detectors that it may concern. */
  readonly byWord: readonly (readonly CompiledDetector[])[];
  /** Detectors that may match in a text without any of the words. Those with an outline are known by it: see `byOutline`. */
  readonly wordless: readonly CompiledDetector[];
  /** By outline: the detector that needs no words and has it. */
  readonly byOutline: Readonly<Record<'strict' | 'loose', readonly (CompiledDetector | undefined)[]>>;
}

/** What spares work: shapes of detectors, and steps of the automata of this very list, that were worked out before. */
interface Known {
  readonly shapes?: ReadonlyMap<Detector, DetectorShape> | undefined;
  readonly warm?: Readonly<Record<'strict' | 'loose', WarmSteps>> | undefined;
}

export function compile(detectors: readonly Detector[], { shapes, warm }: Known = {}): CompiledSet {
  const words = createPlaces();
  const outlines: Record<'strict' | 'loose', Outline[]> = { strict: [], loose: [] };
  const compiled = detectors.map((detector): CompiledDetector => {
    const { anchors, reach, strict, loose } = shapes?.get(detector) ?? shapeOfDetector(detector);
    const places = anchors.map((text) => words.placeOf({ text, isAlone: false }));
    const needed = wordsOf(detector)?.map((text) => words.placeOf({ text, isAlone: isShort(text) }));
    const outlined = (kind: 'strict' | 'loose', outline: Outline) => ({
      kind,
      place: outlines[kind].push(outline) - 1,
    });
    return {
      detector,
      anchors: places,
      words: needed,
      outline: strict ? outlined('strict', strict) : loose && outlined('loose', loose),
      reach,
      regex: lazyRegex(detector.pattern),
    };
  });
  const { strict, loose } = outlines;
  const automata = { strict: createOutlines(strict, warm?.strict), loose: createOutlines(loose, warm?.loose) };
  return setOf(compiled, words.list(), automata);
}

/** As `compile`, but every expression meets the whole text: what the windows are measured against. */
export function compileNaively(detectors: readonly Detector[]): CompiledSet {
  const compiled = detectors.map((detector) => ({
    detector,
    anchors: [],
    words: undefined,
    outline: undefined,
    reach: Infinity,
    regex: lazyRegex(detector.pattern),
  }));
  return setOf(compiled, [], { strict: createOutlines([]), loose: createOutlines([]) });
}

function setOf(
  detectors: readonly CompiledDetector[],
  words: readonly Word[],
  automata: Pick<Sought, 'strict' | 'loose'>,
): CompiledSet {
  const byWord: CompiledDetector[][] = words.map(() => []);
  for (const each of detectors) for (const place of new Set(each.words ?? each.anchors)) byWord[place]?.push(each);
  const wordless = detectors.filter(({ words: needed, anchors, detector: { alone = false } }) =>
    needed === undefined ? anchors.length === 0 : alone,
  );
  const sought = { grams: buildGrams(words), ...automata };
  const byOutline = { strict: ofKind(wordless, 'strict'), loose: ofKind(wordless, 'loose') };
  const others = wordless.filter(({ outline }) => outline === undefined);
  return { ids: new Set(detectors.map(({ detector: { id } }) => id)), sought, byWord, wordless: others, byOutline };
}

function ofKind(
  detectors: readonly CompiledDetector[],
  kind: 'strict' | 'loose',
): readonly (CompiledDetector | undefined)[] {
  const byPlace: (CompiledDetector | undefined)[] = [];
  for (const each of detectors) if (each.outline?.kind === kind) byPlace[each.outline.place] = each;
  return byPlace;
}

/** Numbers words in the order in which they are met. */
function createPlaces() {
  const places = new Map<string, number>();
  const words: Word[] = [];
  return {
    placeOf({ text, isAlone }: Word): number {
      const lower = text.toLowerCase();
      const key = isAlone ? `\n${lower}` : lower;
      const place = places.get(key) ?? words.push({ text: lower, isAlone }) - 1;
      places.set(key, place);
      return place;
    },
    list: (): readonly Word[] => words,
  };
}

function lazyRegex(pattern: RegExp): () => RegExp {
  let regex: RegExp | undefined;
  // Indices say where the reported group stands; its text may occur twice in a match.
  const flags = pattern.source.includes('(?<secret') ? `${pattern.flags.replace('d', '')}d` : pattern.flags;
  return () => (regex ??= new RegExp(pattern.source, flags));
}
