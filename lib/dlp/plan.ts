import { soughtWord } from './anchor-word.ts';
import type { SoughtWord } from './anchor-word.ts';
import { isShort } from './context.ts';
import { shapeOfDetector, wordsOf } from './detector-shape.ts';
import type { DetectorShape } from './detector-shape.ts';
import { countGrams, offsetOf } from './grams.ts';
import type { GramWords } from './grams.ts';
import type { Outline } from './outline.ts';
import type { WarmSteps } from './outlines.ts';
import { tableOf } from './positions.ts';
import type { OutlineTable } from './positions.ts';
import type { Detector } from './types.ts';

export type Kind = 'strict' | 'loose';

/** What is worked out from a list of detectors before any text is met. */
export interface Plan {
  readonly words: GramWords;
  /** In the order of the detectors. */
  readonly places: readonly Places[];
  /** Only asked for where a text takes a step that is not warm. */
  readonly outlines: Readonly<Record<Kind, () => OutlineTable>>;
  readonly warm?: Readonly<Record<Kind, WarmSteps>> | undefined;
}

/** What one detector needs of the tables that all share. */
export type Places = readonly [
  /** Places of its anchors among the words; empty where it has none. */
  anchors: Runs,
  /** Places of the words without one of which nothing is reported; 0 where a match needs none. */
  words: Runs | 0,
  /** Units around an anchor that can belong to a match, 0 where a match has no useful bound. */
  reach: number,
  kind?: Kind,
  outline?: number,
];

/** Numbers of which many follow each other: each first one, and how many there are from it on. */
export type Runs = readonly number[];

export function numbersIn(runs: Runs): readonly number[] {
  const numbers: number[] = [];
  for (let at = 0; at < runs.length; at += 2) {
    const first = runs[at] ?? 0;
    const end = first + (runs[at + 1] ?? 0);
    for (let number = first; number < end; number += 1) numbers.push(number);
  }
  return numbers;
}

function runsOf(numbers: readonly number[]): Runs {
  const runs: number[] = [];
  let next = -1;
  for (const number of numbers) {
    if (number === next) runs.push((runs.pop() ?? 0) + 1);
    else runs.push(number, 1);
    next = number + 1;
  }
  return runs;
}

interface Help {
  readonly shapes?: ReadonlyMap<Detector, DetectorShape> | undefined;
  /** What texts look like: words are known by letters that are rare in them. */
  readonly texts?: readonly string[] | undefined;
}

export function planOf(detectors: readonly Detector[], { shapes, texts }: Help = {}): Plan {
  const words = createWords();
  const outlines: Record<Kind, Outline[]> = { strict: [], loose: [] };
  const places = detectors.map((detector): Places => {
    const { anchors, reach, strict, loose } = shapes?.get(detector) ?? shapeOfDetector(detector);
    const needed = wordsOf(detector);
    const head = [
      runsOf(anchors.map((anchor) => words.placeOf(soughtWord(anchor)))),
      needed ? runsOf(needed.map((text) => words.placeOf({ text: text.toLowerCase(), isAlone: isShort(text) }))) : 0,
      reach === Infinity ? 0 : reach,
    ] as const;
    if (strict) return [...head, 'strict', outlines.strict.push(strict) - 1];
    return loose ? [...head, 'loose', outlines.loose.push(loose) - 1] : head;
  });
  const tables = { strict: () => tableOf(outlines.strict), loose: () => tableOf(outlines.loose) };
  return { words: words.all(texts && countGrams(texts)), places, outlines: tables };
}

/** Numbers words in the order in which they are met. */
function createWords() {
  const places = new Map<string, number>();
  const texts: string[] = [];
  const alone: number[] = [];
  return {
    placeOf({ text, isAlone }: SoughtWord): number {
      const key = isAlone ? `\n${text}` : text;
      const known = places.get(key);
      if (known !== undefined) return known;
      const place = texts.push(text) - 1;
      places.set(key, place);
      if (isAlone) alone.push(place);
      return place;
    },
    all: (counts?: Uint32Array): GramWords => ({ texts, offsets: texts.map((text) => offsetOf(text, counts)), alone }),
  };
}
