import { expect, it } from 'vitest';
import { longestPart } from '../vocabulary/limits.ts';
import { partsOf } from './parts.ts';

it('sends a text in parts that fit in a message, and tears no character', () => {
  const text = `${'a'.repeat(longestPart - 1)}𝄞${'b'.repeat(longestPart)}`;
  const parts = partsOf(text);
  expect(parts.join('')).toBe(text);
  expect(parts.map(({ length }) => length)).toEqual([longestPart - 1, longestPart, 2]);
  expect(parts.filter((part) => /[\ud800-\udbff]$/.test(part))).toEqual([]);
  // A half without its other half is no character anyway, and must not hold the others up.
  expect(partsOf('\ud834'.repeat(longestPart * 2)).join('')).toBe('\ud834'.repeat(longestPart * 2));
});
