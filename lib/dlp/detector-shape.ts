import type { Anchor } from './anchor-word.ts';
import { defaultConfidence, defaultThreshold } from './confidence.ts';
import { outlineOf } from './outline.ts';
import type { Outline } from './outline.ts';
import { shapeOf } from './regex-shape.ts';
import { treeOf } from './regex-tree.ts';
import type { Detector } from './types.ts';

/** What is worked out from a detector's pattern. It takes longer than a scan, so builds do it beforehand. */
export interface DetectorShape {
  readonly anchors: readonly Anchor[];
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
