import { anchorOf, soughtWord } from './anchor-word.ts';
import { compile } from './compile.ts';
import type { DetectorShape } from './detector-shape.ts';
import type { GramWords } from './grams.ts';
import { numbersIn, planOf } from './plan.ts';
import type { Kind, Places, Plan, Runs } from './plan.ts';
import { outlinesOf } from './positions.ts';
import type { OutlineTable } from './positions.ts';
import { Surveyor } from './survey.ts';
import type { Detector } from './types.ts';

/** What a build works out of a list of detectors, so that no page waits for what never changes: texts that are quickly read. */
export interface Packed {
  readonly plan: string;
  /** The outlines, which most texts do without. */
  readonly outlines: string;
}

type Tables = Readonly<Record<Kind, OutlineTable>>;

interface PackedPlan extends Pick<Plan, 'places' | 'warm'> {
  readonly alone: readonly number[];
  readonly offsets: readonly number[];
  /** Words that no detector says as they are sought: where they stand, and what they are. */
  readonly derived: readonly [places: readonly number[], texts: readonly string[]];
}

/** The steps that the automata take on `texts` are in it, and words are known by letters that are rare there. */
export function prepare(detectors: readonly Detector[], texts: readonly string[]): Packed {
  const plan = planOf(detectors, { texts });
  const { words, places, outlines } = plan;
  const { sought } = compile(detectors, plan);
  for (const text of texts) {
    const surveyor = new Surveyor(text, sought);
    surveyor.advance(0, text.length);
    surveyor.finish();
  }
  const said = saidWords(detectors, places);
  const isDerived = (text: string, word: number) => said[word] !== text;
  const derived = words.texts.flatMap((text, word) => (isDerived(text, word) ? [word] : []));
  const packed: PackedPlan = {
    places,
    warm: { strict: sought.strict.taken(), loose: sought.loose.taken() },
    alone: words.alone,
    offsets: words.offsets,
    derived: [derived, words.texts.filter(isDerived)],
  };
  const tables: Tables = { strict: outlines.strict(), loose: outlines.loose() };
  return { plan: JSON.stringify(packed), outlines: JSON.stringify(tables) };
}

/** By place: the words as the detectors themselves have them. */
function saidWords(detectors: readonly Detector[], places: readonly Places[]): string[] {
  const said: string[] = [];
  const say = (runs: Runs, texts: readonly string[]) => {
    let next = 0;
    for (let at = 0; at < runs.length; at += 2) {
      const first = runs[at] ?? 0;
      const end = first + (runs[at + 1] ?? 0);
      for (let word = first; word < end; word += 1) said[word] = texts[next++] ?? '';
    }
  };
  detectors.forEach((detector, at) => {
    const [anchors, words] = places[at] ?? [[], 0];
    if (detector.anchors) say(anchors, detector.anchors.map((anchor) => soughtWord(anchor).text)); // prettier-ignore
    if (words !== 0) say(words, detector.context ?? []);
  });
  return said;
}

/** The way back. */
export interface Prepared {
  readonly plan: Plan;
  /** For other lists that share detectors with this one. */
  readonly shapes: () => ReadonlyMap<Detector, DetectorShape>;
}

/** `packed` was made from the same detectors. */
export function unpack(packed: Packed, detectors: readonly Detector[]): Prepared {
  const { places, warm, alone, offsets, derived } = JSON.parse(packed.plan) as PackedPlan;
  const texts = saidWords(detectors, places);
  derived[0].forEach((word, place) => (texts[word] = derived[1][place] ?? ''));
  const words: GramWords = { texts, alone, offsets };
  let tables: Tables | undefined;
  const known = () => (tables ??= JSON.parse(packed.outlines) as Tables);
  const plan: Plan = { words, places, warm, outlines: { strict: () => known().strict, loose: () => known().loose } };
  return { plan, shapes: () => shapesOf(plan, detectors) };
}

function shapesOf({ words, places, outlines }: Plan, detectors: readonly Detector[]) {
  const isAlone = new Set(words.alone);
  const known = { strict: outlinesOf(outlines.strict()), loose: outlinesOf(outlines.loose()) };
  const shapes = new Map<Detector, DetectorShape>();
  detectors.forEach((detector, at) => {
    const [own, , reach, kind, place] = places[at] ?? [[], 0, 0];
    const anchors = numbersIn(own).map((word) => anchorOf({ text: words.texts[word] ?? '', isAlone: isAlone.has(word) })); // prettier-ignore
    const outline = kind && place !== undefined ? { [kind]: known[kind][place] } : {};
    shapes.set(detector, { anchors, reach: reach === 0 ? Infinity : reach, ...outline });
  });
  return shapes;
}
