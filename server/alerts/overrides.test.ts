import { expect, it } from 'vitest';
import { overrideSeverity } from './overrides.ts';

const last = '2026-03-31';
const day = 86_400_000;
const dayAgo = (ago: number) => new Date(Date.parse(last) - ago * day).toISOString().slice(0, 10);
/** Days with a hundred incidents each, of which so many were overridden, from so many days ago on. */
const days = (from: number, count: number, overridden: number) =>
  Array.from({ length: count }, (_, index) => ({ day: dayAgo(from - index), incidents: 100, overridden }));

it('compares the last seven closed days with the four weeks before', () => {
  expect(overrideSeverity([...days(34, 28, 5), ...days(6, 7, 5)], last)).toBeCloseTo(0.5);
  expect(overrideSeverity([...days(34, 28, 5), ...days(6, 7, 10)], last)).toBeCloseTo(1);
  expect(overrideSeverity([...days(34, 28, 5), ...days(6, 7, 20)], last)).toBeCloseTo(2);
  expect(overrideSeverity([...days(34, 28, 40), ...days(6, 7, 5)], last)).toBeLessThan(0.1);
});

it('knows nothing where there is too little to compare', () => {
  expect(overrideSeverity([], last)).toBe(0);
  expect(overrideSeverity([...days(15, 9, 0), ...days(6, 7, 50)], last)).toBe(0);
  expect(overrideSeverity([...days(60, 20, 0), ...days(6, 7, 50)], last)).toBe(0); // too long ago
  expect(overrideSeverity([...days(34, 28, 0), ...days(6, 7, 2)], last)).toBe(0);
});

it('takes a few after nearly none for nothing', () => {
  expect(overrideSeverity([...days(34, 28, 0), ...days(6, 7, 3)], last)).toBeLessThan(1);
  expect(overrideSeverity([...days(34, 28, 0), ...days(6, 7, 4)], last)).toBeCloseTo(1);
});
