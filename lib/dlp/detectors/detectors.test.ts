import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createScanner } from '../scan.ts';
import type { Detector } from '../types.ts';
import { allDetectorFiles } from '../../../test/fixtures/detector-files.ts';
import { detectors } from './index.ts';

const files = new Map((await allDetectorFiles()).map((each) => [each.id, each]));

describe('the registry', () => {
  it('holds every file of the folder, each once, under the file’s own name', () => {
    expect(detectors.map(({ id }) => id).sort()).toEqual([...files.keys()].sort());
    expect(new Set(detectors.map(({ id }) => id)).size).toBe(detectors.length);
  });

  it('keeps each in the folder of its category', () => {
    for (const { id, category } of detectors) expect(files.get(id)?.file).toContain(`/${category}/${id}.ts`);
  });

  it('covers every category of the default policy', () => {
    const covered = new Set(detectors.map(({ category }) => category));
    expect([...covered].sort()).toEqual([
      'contact',
      'credential',
      'financial',
      'health',
      'identity',
      'organisation',
      'person',
    ]);
  });
});

describe.each(detectors.map((detector): [string, Detector] => [detector.id, detector]))('%s', (id, detector) => {
  const { file, samples } = files.get(id)!;
  const { hits, misses } = samples;
  const { scan } = createScanner([detector]);

  const found = (text: string) => [...new Set(scan(text).findings.map((finding) => finding.detector))];

  it('has a source and enough samples', () => {
    expect(readFileSync(file, 'utf8')).toMatch(/\* https:\/\//);
    expect(hits.length).toBeGreaterThanOrEqual(3);
    expect(misses.length).toBeGreaterThanOrEqual(3);
    expect(detector.pattern.flags).toContain('g');
  });

  it.each(hits)('finds %#', (text) => {
    expect(found(text)).toEqual([id]);
  });

  it.each(misses)('is silent on %#', (text) => {
    expect(scan(text).findings).toEqual([]);
  });

  it('finds a hit in the middle of a long text', () => {
    const filler = 'plain words stand here. '.repeat(300);
    const text = `${filler}${hits[0]!} ${filler}`;
    expect(found(text)).toEqual([id]);
    expect(scan(text).findings[0]!.start).toBeGreaterThanOrEqual(filler.length);
  });
});
