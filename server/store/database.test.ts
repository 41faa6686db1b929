import { describe, expect, it } from 'vitest';
import { bucketOf } from './database.ts';

describe('buckets', () => {
  it('spread over 0 to 1023 and stay the same', () => {
    const buckets = Array.from({ length: 5_000 }, (_, index) => bucketOf(String(index)));
    expect(Math.min(...buckets)).toBe(0);
    expect(Math.max(...buckets)).toBe(1023);
    expect(new Set(buckets).size).toBeGreaterThan(1_000);
    expect(bucketOf('sluice')).toBe(bucketOf('sluice'));
  });
});
