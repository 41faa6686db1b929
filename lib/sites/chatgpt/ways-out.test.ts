import { describe, expect, it } from 'vitest';
import { waysOut } from './ways-out.ts';

/** What is open although the network gate may block; each stands in `docs/ways-out.md` with what IT can do. */
const namedHoles = ['worker-socket'];

describe('the registry of ways out', () => {
  it('names each way once', () => {
    expect(new Set(waysOut.map(({ id }) => id)).size).toBe(waysOut.length);
  });

  it('has a ring that stops each way, or is a hole that is named', () => {
    const open = waysOut.filter(({ ring2, ring3 }) => ring2 !== 'stops' && ring3 !== 'stops');
    expect(open.map(({ id }) => id)).toEqual(namedHoles);
  });

  it('gives a reason for each ring that cannot', () => {
    for (const { id, ring2, ring3 } of waysOut)
      for (const reach of [ring2, ring3])
        if (typeof reach === 'object') expect(reach.cannot.length, id).toBeGreaterThan(10);
  });

  it('dates each row', () => {
    for (const { seen } of waysOut) expect(seen).toMatch(/^2026-\d\d-\d\d$/);
  });
});
