import { defaultConfidence, defaultThreshold } from './confidence.ts';
import { outlineOf } from './outline.ts';
import type { Outline } from './outline.ts';
import { shapeOf } from './regex-shape.ts';
import { treeOf } from './regex-tree.ts';
import type { Detector } from './types.ts';

/** What is worked out from a detector's pattern. It takes longer than a scan, so builds do it beforehand. */
export interface DetectorShape {
  readonly anchors: readonly string[];
  /** Units around an anchor that can belong to a match, `Infinity` where a match has no useful bound. */
  readonly reach: number;
  /** Its outline, where one helps: one that leaves much open is a loose one. */
  readonly strict?: Outline | undefined;
  readonly loose?: Outline | undefined;
}

/** Units at both ends of a window for what a lookaround may look at. */
export const margin = 64;
/** Wider windows save nothing over the whole text. */
const widest = 4_096;
/** Outlines that leave more open than this are kept apart: see `Sought`. */
const mostFreedom = 18;

export function shapeOfDetector(detector: Detector): DetectorShape {
  const tree = treeOf(detector.pattern);
  const shape = shapeOf(detector.pattern, tree);
  const anchors = detector.anchors ?? shape.anchors;
  const reach = shape.longest + margin > widest ? Infinity : shape.longest + margin;
  const canOutline = anchors.length === 0 && detector.find === undefined && reach !== Infinity && tree !== undefined;
  const outline = canOutline ? outlineOf(tree, detector.pattern.flags.includes('i')) : undefined;
  if (outline === undefined) return { anchors, reach };
  if (outline.freedom <= mostFreedom) return { anchors, reach, strict: outline };
  // A loose one costs more than it saves where a word must stand nearby.
  const isAnnounced = wordsOf(detector) !== undefined && detector.alone !== true;
  return isAnnounced ? { anchors, reach } : { anchors, reach, loose: outline };
}

/** The words of a detector that reports nothing without one. */
export function wordsOf({
  confidence = defaultConfidence,
  threshold = defaultThreshold,
  context = [],
}: Detector): readonly string[] | undefined {
  return confidence >= threshold ? undefined : context;
}

export interface PackedShapes {
  /** The lists of steps that outlines share. */
  readonly lists: readonly (readonly number[])[];
  readonly shapes: readonly PackedShape[];
}

type PackedShape = readonly [
  /** 0 where the detector gives its own. */
  anchors: readonly string[] | 0,
  /** 0 for no bound. */
  reach: number,
  kind?: 'strict' | 'loose',
  outline?: Omit<Outline, 'steps'> & { readonly steps: readonly number[] },
];

/** Shapes in the order of their detectors. */
export function packShapes(detectors: readonly Detector[]): PackedShapes {
  const lists: (readonly number[])[] = [];
  const places = new Map<string, number>();
  const placeOf = (list: readonly number[]): number => {
    const place = places.get(list.join()) ?? lists.push(list) - 1;
    places.set(list.join(), place);
    return place;
  };
  const shapes = detectors.map((detector): PackedShape => {
    const { anchors, reach, strict, loose } = shapeOfDetector(detector);
    const head = [detector.anchors ? 0 : anchors, reach === Infinity ? 0 : reach] as const;
    const outline = strict ?? loose;
    return outline
      ? [...head, strict ? 'strict' : 'loose', { ...outline, steps: outline.steps.map(placeOf) }]
      : [...head];
  });
  return { lists, shapes };
}

/** The way back; they were packed from the same detectors. */
export function unpackShapes(
  { lists, shapes }: PackedShapes,
  detectors: readonly Detector[],
): ReadonlyMap<Detector, DetectorShape> {
  const unpacked = new Map<Detector, DetectorShape>();
  detectors.forEach((detector, place) => {
    const [anchors, reach, kind, outline] = shapes[place] ?? [[], 0];
    const shape = {
      anchors: anchors === 0 ? (detector.anchors ?? []) : anchors,
      reach: reach === 0 ? Infinity : reach,
    };
    const full = outline && { ...outline, steps: outline.steps.map((step) => lists[step] ?? []) };
    unpacked.set(detector, full && kind ? { ...shape, [kind]: full } : shape);
  });
  return unpacked;
}
