import { describe, expect, it } from 'vitest';
import { bytesInPart, largestFile, longestPart, mostChanges } from '../vocabulary/limits.ts';
import { channels } from './contract.ts';
import type { ChannelName } from './contract.ts';
import { countParts, partAt } from './parts.ts';

const takes = (name: ChannelName, request: unknown) => channels[name].request.safeParse(request).success;
const change = { value: 'secret', mark: '[secret-1]' };

describe('the channels for documents', () => {
  it('take a file of the largest size in its parts, and none beyond', () => {
    const bytes = new Uint8Array(largestFile).fill(0xff);
    const parts = countParts(bytes);
    expect(takes('document.begin', { parts })).toBe(true);
    expect(takes('document.begin', { parts: parts + 1 })).toBe(false);
    expect(takes('document.begin', { parts: 0 })).toBe(false);
    for (const place of [0, parts - 1])
      expect(takes('document.part', { id: 'a', place, data: partAt(bytes, place) })).toBe(true);
    expect(takes('document.part', { id: 'a', place: parts, data: '' })).toBe(false);
    expect(takes('document.part', { id: 'a', place: -1, data: '' })).toBe(false);
  });

  it('take nothing that is too long or no Base64', () => {
    const part = (data: unknown) => takes('document.part', { id: 'a', place: 0, data });
    expect(part('A'.repeat((bytesInPart / 3) * 4))).toBe(true);
    expect(part('A'.repeat((bytesInPart / 3) * 4 + 4))).toBe(false);
    for (const data of ['<p>', 'AA=A', 'AA\n', 7, undefined]) expect(part(data)).toBe(false);
    expect(takes('document.part', { id: 'a', place: 0, data: '', more: 1 })).toBe(false);
  });

  it('take a bounded list of changes', () => {
    const rewrite = (changes: unknown) => takes('document.rewrite', { id: 'a', changes });
    expect(rewrite([change])).toBe(true);
    expect(rewrite(Array.from({ length: mostChanges }, () => change))).toBe(true);
    expect(rewrite(Array.from({ length: mostChanges + 1 }, () => change))).toBe(false);
    expect(rewrite(Array.from({ length: 20 }, () => ({ ...change, value: 'a'.repeat(longestPart) })))).toBe(false);
    expect(rewrite([{ ...change, value: 'a'.repeat(longestPart + 1) }])).toBe(false);
    for (const changes of [[], [{ ...change, value: '' }], [{ value: 'a' }], [{ ...change, start: 0 }], undefined])
      expect(rewrite(changes)).toBe(false);
  });

  it('hand out text and copy by place alone', () => {
    expect(takes('document.take', { id: 'a', of: 'text', place: 0 })).toBe(true);
    expect(takes('document.take', { id: 'a', of: 'copy', place: 3 })).toBe(true);
    for (const change of [{ of: 'ok' }, { place: -1 }, { place: 0.5 }, { other: 1 }])
      expect(takes('document.take', { id: 'a', of: 'text', place: 0, ...change })).toBe(false);
  });
});
