import { compile } from './compile.ts';
import { packShapes, unpackShapes } from './detector-shape.ts';
import type { DetectorShape, PackedShapes } from './detector-shape.ts';
import type { WarmSteps } from './outlines.ts';
import { Surveyor } from './survey.ts';
import type { Detector } from './types.ts';

/** What a build works out of a list of detectors, so that no page waits for what never changes. */
export interface Prepared {
  readonly shapes: ReadonlyMap<Detector, DetectorShape>;
  /** Only for the whole list in its order: states of automata mean nothing for another. */
  readonly warm: Warm;
}

export type Warm = Readonly<Record<'strict' | 'loose', WarmSteps>>;

interface Packed {
  readonly shapes: PackedShapes;
  readonly warm: Warm;
}

/** One text that is quickly read. The steps that the automata take on `texts` are in it. */
export function prepare(detectors: readonly Detector[], texts: readonly string[]): string {
  const { sought } = compile(detectors);
  for (const text of texts) {
    const surveyor = new Surveyor(text, sought);
    surveyor.advance(0, text.length);
    surveyor.finish();
  }
  const warm = { strict: sought.strict.taken(), loose: sought.loose.taken() };
  return JSON.stringify({ shapes: packShapes(detectors), warm } satisfies Packed);
}

/** The way back; `packed` was made from the same detectors. */
export function unpack(packed: string, detectors: readonly Detector[]): Prepared {
  const { shapes, warm } = JSON.parse(packed) as Packed;
  return { shapes: unpackShapes(shapes, detectors), warm };
}
