import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparisonRows } from './comparison-rows.ts';
import type { Segment } from './TextPreview.tsx';

const same = (text: string) => ({ kind: 'same', text }) as const;
const changed = (before: string, mark: string) => ({ kind: 'changed', before, mark }) as const;
const gap = { kind: 'gap', units: 4711 } as const;
const words = 'some words that stay as they are, ';

describe('comparisonRows', () => {
  it('gives each changed line a row of its own, and the lines between one together', () => {
    const segments = [same('a\nb\r\nc '), changed('x', '[1]'), same(' d\n'), changed('y', '[2]'), same('\n\ne\n')];
    expect(comparisonRows(segments)).toEqual([
      same('a\nb'),
      { kind: 'changed', pieces: [same('c '), changed('x', '[1]'), same(' d')] },
      { kind: 'changed', pieces: [same(''), changed('y', '[2]'), same('')] },
      same('\ne'),
    ]);
  });

  it('keeps gaps between the lines around them', () => {
    expect(comparisonRows([same('a\n'), gap, same('b'), changed('x', '[1]'), gap])).toEqual([
      same('a'),
      gap,
      { kind: 'changed', pieces: [same('b'), changed('x', '[1]')] },
      gap,
    ]);
  });

  it('keeps a value of several lines in one row', () => {
    expect(comparisonRows([changed('x\ny\nz', '[1]')])).toEqual([
      { kind: 'changed', pieces: [changed('x\ny\nz', '[1]')] },
    ]);
  });

  it('cuts a long line between its changes, at the end of a word', () => {
    const rows = comparisonRows([changed('x', '[1]'), same(` ${words.repeat(20)}`), changed('y', '[2]')]);
    expect(rows.map(({ kind }) => kind)).toEqual(['changed', 'same', 'changed']);
    const [first, , last] = rows.map((row) => (row.kind === 'changed' ? row.pieces : []));
    expect(first?.map(({ kind }) => kind)).toEqual(['changed', 'same']);
    expect(last?.map(({ kind }) => kind)).toEqual(['same', 'changed']);
    for (const piece of [first?.[1], last?.[0]]) {
      const text = piece?.kind === 'same' ? piece.text : '';
      expect(text.length).toBeGreaterThan(0);
      expect(text.length).toBeLessThan(100);
      expect(text).toMatch(/[ ,]$/);
    }
  });

  it('cuts no word, however long it is', () => {
    const line = [changed('x', '[1]'), same('w'.repeat(900)), changed('y', '[2]')];
    expect(comparisonRows(line)).toEqual([{ kind: 'changed', pieces: line }]);
  });

  it('loses nothing of either text', () => {
    const text = fc
      .array(fc.constantFrom(words, 'word', ' ', '\n', '\r\n', 'لماذا ', 'w'.repeat(70)))
      .map((all) => all.join(''));
    const segment: fc.Arbitrary<Segment> = fc.oneof(
      text.map(same),
      fc.constant(changed('value', '[mark]')),
      fc.constant(gap),
    );
    const side = (pieces: readonly Segment[], which: 'before' | 'mark') =>
      pieces
        .map((piece) => (piece.kind === 'same' ? piece.text : piece.kind === 'gap' ? '…' : piece[which]))
        .join('')
        .replaceAll(/[\r\n]/g, '');
    fc.assert(
      fc.property(fc.array(segment), (segments) => {
        const pieces = comparisonRows(segments).flatMap((row): readonly Segment[] =>
          row.kind === 'changed' ? row.pieces : [row],
        );
        for (const which of ['before', 'mark'] as const) expect(side(pieces, which)).toBe(side(segments, which));
      }),
      { seed: 1, numRuns: 2_000 },
    );
  });
});
