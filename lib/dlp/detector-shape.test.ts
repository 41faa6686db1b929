import { describe, expect, it } from 'vitest';
import { packShapes, shapeOfDetector, unpackShapes } from './detector-shape.ts';
import { detectors } from './detectors/index.ts';

describe('packed shapes', () => {
  it('say what the patterns say', () => {
    const unpacked = unpackShapes(packShapes(detectors), detectors);
    expect(unpacked.size).toBe(detectors.length);
    for (const detector of detectors)
      expect({ id: detector.id, ...unpacked.get(detector) }).toEqual({ id: detector.id, ...shapeOfDetector(detector) });
  });

  it('are small beside the rules', () => {
    expect(JSON.stringify(packShapes(detectors)).length).toBeLessThan(150_000);
  });
});
