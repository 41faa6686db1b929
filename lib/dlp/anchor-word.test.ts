import { describe, expect, it } from 'vitest';
import { anchorOf, soughtWord } from './anchor-word.ts';
import { createScanner } from './scan.ts';
import type { Detector } from './types.ts';

describe('an anchor', () => {
  it.each([
    ['Code', { text: 'code', isAlone: false }],
    ['\\bPIN\\b', { text: 'pin', isAlone: true }],
    ['\\b', { text: '\\b', isAlone: false }],
  ])('%s says what is sought', (anchor, word) => {
    expect(soughtWord(anchor)).toEqual(word);
    expect(soughtWord(anchorOf(word))).toEqual(word);
  });

  it('that stands alone is not met in a longer word', () => {
    const detector: Detector = {
      id: 'pin',
      title: 'PIN',
      category: 'credential',
      severity: 'low',
      pattern: /\d{4}/g,
      anchors: ['\\bpin\\b'],
    };
    const { scan } = createScanner([detector]);
    const found = (text: string) => scan(text).findings.length;
    expect([found('shipping 4711'), found('PINE 4711'), found('my pin: 4711'), found('PIN4711')]).toEqual([0, 0, 1, 1]);
  });
});
