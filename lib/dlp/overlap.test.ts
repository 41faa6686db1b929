import { describe, expect, it } from 'vitest';
import { withoutOverlaps } from './overlap.ts';
import type { ExplainedFinding } from './types.ts';

const base = { category: 'credential', severity: 'high', confidence: 0.9, why: [] } as const;
const finding = (detector: string, span: readonly [number, number], rest: Partial<ExplainedFinding> = {}) => ({
  ...base,
  detector,
  start: span[0],
  end: span[1],
  ...rest,
});
const left = (...findings: readonly ExplainedFinding[]) =>
  withoutOverlaps(findings).map(({ detector, start, end }) => [detector, start, end]);

describe('withoutOverlaps', () => {
  it('keeps what only touches', () => {
    expect(left(finding('b', [5, 9]), finding('a', [0, 5]))).toEqual([
      ['a', 0, 5],
      ['b', 5, 9],
    ]);
  });

  it('leaves the more severe, then the surer, then the longer', () => {
    expect(left(finding('a', [0, 9]), finding('b', [2, 5], { severity: 'critical' }))).toEqual([['b', 0, 9]]);
    expect(left(finding('a', [0, 5], { confidence: 0.6 }), finding('b', [0, 5]))).toEqual([['b', 0, 5]]);
    expect(left(finding('a', [0, 5]), finding('b', [0, 6]))).toEqual([['b', 0, 6]]);
  });

  it('covers all that the losers covered', () => {
    const chain = [finding('a', [0, 5]), finding('b', [4, 9], { severity: 'critical' }), finding('c', [8, 12])];
    expect(left(...chain)).toEqual([['b', 0, 12]]);
  });

  it('does not hang on the order in which it is told', () => {
    const twins = [finding('a', [0, 5]), finding('b', [0, 5])];
    expect(left(...twins)).toEqual(left(...twins.toReversed()));
  });
});
