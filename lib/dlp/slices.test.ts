import { describe, expect, it } from 'vitest';
import { scan, scannerFor, withoutReasons } from './scan.ts';
import { inSlices } from './slices.ts';

const token = `ghp_${'q7Wz9Kp3Lt5Y'.repeat(3)}`;
const long = Array.from(
  { length: 4_000 },
  (_, line) => `line ${line} of a long text, ${btoa(`word ${line} `.repeat(6))}`,
);
const text = [...long, token, ...long].join('\n');

describe('a scan in slices', () => {
  it('finds the same, with pauses meanwhile', async () => {
    let isPaused = false;
    const shares: number[] = [];
    const work = inSlices(scannerFor().steps(text), { onProgress: (share) => shares.push(share) });
    isPaused = shares.length > 0; // it came back before it was done
    const found = await work;
    expect(found && withoutReasons(found)).toEqual(scan(text));
    expect(isPaused).toBe(true);
    expect(shares.length).toBeGreaterThan(1);
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
  });

  it('ends at its next pause when nobody wants it any more', async () => {
    const controller = new AbortController();
    const found = inSlices(scannerFor().steps(text), {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    expect(await found).toBeUndefined();
  });

  it('says what went wrong within', async () => {
    const broken = (function* (): Generator<number, string> {
      yield 0.1;
      throw new Error('broken');
    })();
    await expect(inSlices(broken)).rejects.toThrow('broken');
  });
});
