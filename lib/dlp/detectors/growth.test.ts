import { describe, expect, it } from 'vitest';
import { soughtWord } from '../anchor-word.ts';
import { createScanner } from '../scan.ts';
import type { Scanner } from '../scan.ts';
import { allDetectorFiles } from '../../../test/fixtures/detector-files.ts';
import { detectors } from './index.ts';

/**
 * No text makes a scan grow faster than the text itself, whoever wrote it. What most rules look for is tried on all of them at once;
 * what one rule looks for, on that rule alone.
 */
const samples = new Map((await allDetectorFiles()).map((file) => [file.id, file.samples]));

/** Milliseconds for 50,000 characters: even sixteen times as many, for four times the text, are soon over. */
const soonDone = 25;

const common = [
  'a',
  '1',
  'A1',
  ' ',
  'Ab1_',
  '.a-',
  '-----BEGIN ',
  'eyJ',
  'password=',
  'token for a ',
  '4539 ',
  '://a:',
  '%41',
];

describe('all detectors together', () => {
  const scanner = createScanner(detectors);
  it.each(common)('grow no faster than a text that repeats “%s”', (seed) => expectLinear(scanner, seed));
});

describe('each detector', () => {
  it.each(detectors.map((detector) => [detector.id, detector] as const))(
    '%s grows no faster than a text that repeats what it looks for',
    (id, detector) => {
      const { hits } = samples.get(id)!;
      const own = new Set([
        ...(detector.anchors ?? [])
          .slice(0, 16)
          .flatMap((anchor) => [soughtWord(anchor).text, `${soughtWord(anchor).text} `]),
        ...hits
          .slice(0, 3)
          .flatMap((hit) => [hit.slice(0, 12), `${hit.slice(0, -1)} `, `${hit.slice(0, hit.length >> 1)}!\n`]),
      ]);
      const scanner = createScanner([detector]);
      for (const seed of own) expectLinear(scanner, seed);
    },
  );
});

function expectLinear(scanner: Scanner, seed: string): void {
  if (timed(scanner, seed, 50_000) <= soonDone) return;
  // A busy machine makes one measurement slow, not eight pairs of them.
  let growth = Infinity;
  for (let pair = 0; growth >= 12 && pair < 8; pair += 1)
    growth = timed(scanner, seed, 200_000) / timed(scanner, seed, 50_000);
  expect(growth, `repeating ${JSON.stringify(seed.slice(0, 12))}`).toBeLessThan(12);
}

/** Milliseconds of a scan of so many code units. */
function timed({ scan }: Scanner, seed: string, units: number): number {
  const text = seed.repeat(Math.ceil(units / seed.length));
  const start = performance.now();
  scan(text);
  return performance.now() - start;
}
