import { buildAutomaton } from './anchors.ts';
import type { Automaton } from './anchors.ts';
import { defaultConfidence, defaultThreshold } from './confidence.ts';
import { shapeOf } from './regex-shape.ts';
import type { Detector } from './types.ts';

/** A detector made ready: what must occur before its expression is tried, and how far around that. */
export interface CompiledDetector {
  readonly detector: Detector;
  /** Places of its anchors in the automaton; empty where it has none. */
  readonly anchors: readonly number[];
  /** Places of the words without one of which nothing is reported; `undefined` where a match needs none, or one cannot be looked up. */
  readonly words: readonly number[] | undefined;
  /** True for words that the automaton cannot hold: they count where a text has other letters than ASCII's. */
  readonly hasForeignWords: boolean;
  /** Digits that stand in every match; used where there are no anchors. */
  readonly digits: number;
  /** Units around an anchor that can belong to a match, `Infinity` where a match has no useful bound. */
  readonly reach: number;
  /** Made on first use: most texts need none. */
  readonly regex: () => RegExp;
}

/** Detectors with the automaton that finds all their anchors in one pass. */
export interface CompiledSet {
  readonly detectors: readonly CompiledDetector[];
  readonly automaton: Automaton;
  /** By word of the automaton: the detectors that it may concern. */
  readonly byWord: readonly (readonly CompiledDetector[])[];
  /** Detectors that may match in a text without any of the words. */
  readonly wordless: readonly CompiledDetector[];
}

/** Room for what a lookaround may look at. */
const margin = 64;
/** Wider windows save nothing over the whole text. */
const widest = 4_096;
/** Fewer digits are in every text. */
const fewestDigits = 2;

export function compile(detectors: readonly Detector[]): CompiledSet {
  const places = new Map<string, number>();
  const placeOf = (anchor: string) => {
    const place = places.get(anchor) ?? places.size;
    places.set(anchor, place);
    return place;
  };
  const compiled = detectors.map((detector) => {
    const shape = shapeOf(detector.pattern);
    const anchors = (detector.anchors ?? shape.anchors).map(asciiPart);
    return {
      detector,
      anchors: anchors.includes('') ? [] : anchors.map(placeOf),
      ...wordsOf(detector, placeOf),
      digits: shape.digits < fewestDigits ? 0 : shape.digits,
      reach: shape.longest + margin > widest ? Infinity : shape.longest + margin,
      regex: lazyRegex(detector.pattern),
    };
  });
  return setOf(compiled, [...places.keys()]);
}

/** As `compile`, but every expression meets the whole text: what the windows are measured against. */
export function compileNaively(detectors: readonly Detector[]): CompiledSet {
  const compiled = detectors.map((detector) => ({
    detector,
    anchors: [],
    words: undefined,
    hasForeignWords: false,
    digits: 0,
    reach: Infinity,
    regex: lazyRegex(detector.pattern),
  }));
  return setOf(compiled, []);
}

function setOf(detectors: readonly CompiledDetector[], words: readonly string[]): CompiledSet {
  const byWord: CompiledDetector[][] = words.map(() => []);
  for (const each of detectors) for (const place of new Set(each.words ?? each.anchors)) byWord[place]?.push(each);
  const wordless = detectors.filter(({ words: needed, anchors, hasForeignWords, detector: { alone = false } }) =>
    needed === undefined ? anchors.length === 0 : hasForeignWords || alone,
  );
  return { detectors, automaton: buildAutomaton(words), byWord, wordless };
}

/** The words of a detector that reports nothing without one. */
function wordsOf(
  { confidence = defaultConfidence, threshold = defaultThreshold, context = [] }: Detector,
  placeOf: (word: string) => number,
): Pick<CompiledDetector, 'words' | 'hasForeignWords'> {
  if (confidence >= threshold) return { words: undefined, hasForeignWords: false };
  const isAscii = (word: string) => asciiPart(word) === word.toLowerCase();
  return {
    words: context.filter(isAscii).map((word) => placeOf(word.toLowerCase())),
    hasForeignWords: !context.every(isAscii),
  };
}

/** The longest stretch of a literal that the automaton can hold. */
function asciiPart(anchor: string): string {
  const parts = anchor.toLowerCase().split(/[^\0-\u007f]+/);
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest), '');
}

function lazyRegex(pattern: RegExp): () => RegExp {
  let regex: RegExp | undefined;
  // Indices say where the reported group stands; its text may occur twice in a match.
  const flags = pattern.source.includes('(?<secret') ? `${pattern.flags.replace('d', '')}d` : pattern.flags;
  return () => (regex ??= new RegExp(pattern.source, flags));
}
