import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { alarmsOn, perMegabyte, readRows, recallOn } from './accuracy.ts';
import type { Row } from './accuracy.ts';

const row = (rest: Partial<Row>): Row => ({ id: 'x', kind: 'secret', type: 't', text: '', expect: 'hit', ...rest });
/** Finds every `S`. */
const scan = (text: string) =>
  [...text.matchAll(/S/g)].map(({ index }) => ({ start: index, end: index + 1, type: 's' }));

describe('recallOn', () => {
  it('counts a row when a finding touches a span, and how much of it is covered', async () => {
    const rows = [row({ text: 'aSb', spans: [[1, 3]] }), row({ text: 'Sab', spans: [[1, 3]] }), row({ text: 'S' })];
    expect(await recallOn(rows, scan)).toMatchObject({ hits: 3, found: 2, cover: 0.25 });
  });

  it('leaves negatives of another rule out', async () => {
    const rows = [row({ text: 'S', expect: 'miss' }), row({ text: 'S', expect: 'miss', neg: 'rule-local' })];
    expect(await recallOn(rows, scan)).toMatchObject({ hits: 0, misses: 1, alarms: 1 });
  });
});

describe('alarmsOn', () => {
  it('counts by kind, in UTF-8 bytes', async () => {
    const kinds = await alarmsOn([row({ type: 'a', text: 'üS' }), row({ type: 'b', text: 'x' })], scan);
    expect(kinds.get('a')).toEqual({ bytes: 3, alarms: 1 });
    expect(perMegabyte(kinds, (kind) => kind === 'a')).toBeCloseTo(1e6 / 3);
    expect(perMegabyte(kinds, () => false)).toBe(0);
  });
});

describe('readRows', () => {
  it('names the line that cannot be read', () => {
    const folder = mkdtempSync(join(tmpdir(), 'corpus-'));
    const file = join(folder, 'x.jsonl');
    writeFileSync(file, '{"id":"1"}\n\nno json\n');
    expect(() => readRows(file)).toThrow('x.jsonl, line 3 is no JSON.');
    rmSync(folder, { recursive: true });
  });
});
