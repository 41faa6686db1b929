import { expect, it } from 'vitest';
import { bytesInPart, longestPart } from '../vocabulary/limits.ts';
import { countParts, joinParts, partAt, partsOf } from './parts.ts';

it('sends a text in parts that fit in a message, and tears no character', () => {
  const text = `${'a'.repeat(longestPart - 1)}𝄞${'b'.repeat(longestPart)}`;
  const parts = partsOf(text);
  expect(parts.join('')).toBe(text);
  expect(parts.map(({ length }) => length)).toEqual([longestPart - 1, longestPart, 2]);
  expect(parts.filter((part) => /[\ud800-\udbff]$/.test(part))).toEqual([]);
  // A half without its other half is no character anyway, and must not hold the others up.
  expect(partsOf('\ud834'.repeat(longestPart * 2)).join('')).toBe('\ud834'.repeat(longestPart * 2));
});

it('sends a file in parts, and puts the same file together', () => {
  const bytes = Uint8Array.from({ length: bytesInPart * 2 + 5 }, (_, at) => (at * 31) % 256);
  const parts = Array.from({ length: countParts(bytes) }, (_, place) => partAt(bytes, place));
  expect(parts.length).toBe(3);
  expect(Buffer.compare(joinParts(parts), bytes)).toBe(0); // much sooner than by each number
  expect(joinParts([]).length).toBe(0);
});
