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
  it('finds the same, with others getting their turn meanwhile', async () => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 0);
    const shares: number[] = [];
    const found = await inSlices(scannerFor().steps(text), { onProgress: (share) => shares.push(share) });
    clearInterval(timer);
    expect(found && withoutReasons(found)).toEqual(scan(text));
    expect(turns).toBeGreaterThan(0);
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
