import { describe, expect, it } from 'vitest';
import { waysOut } from './ways-out.ts';

describe('the registry of ways out', () => {
  it('names each way once', () => {
    expect(new Set(waysOut.map(({ id }) => id)).size).toBe(waysOut.length);
  });

  it('has a ring that stops each way, or the reason why none can', () => {
    for (const { id, ring2, ring3 } of waysOut) {
      const stopped = ring2 === 'stops' || ring3 === 'stops';
      const reasons = [ring2, ring3].filter((reach) => typeof reach === 'object');
      expect(stopped || reasons.length === 2, id).toBe(true);
      for (const { cannot } of reasons) expect(cannot.length, id).toBeGreaterThan(10);
    }
  });

  it('dates each row', () => {
    for (const { seen } of waysOut) expect(seen).toMatch(/^2026-\d\d-\d\d$/);
  });
});
