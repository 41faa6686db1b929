import { describe, expect, it } from 'vitest';
import { anchorOf, soughtWord } from './anchor-word.ts';
import { createNaiveScanner, createScanner } from './scan.ts';
import type { Detector } from './types.ts';

const detectorOf = (source: string, anchors?: Detector['anchors']): Detector => ({
  id: 'made-up',
  title: 'Made up',
  category: 'credential',
  severity: 'low',
  pattern: new RegExp(source, 'g'),
  ...(anchors ? { anchors } : {}),
});
const countIn = (detector: Detector, text: string) => createScanner([detector]).scan(text).findings.length;

describe('an anchor', () => {
  it.each([
    ['Code', { text: 'code', isAlone: false }],
    [{ alone: 'PIN' }, { text: 'pin', isAlone: true }],
    ['\\bpin\\b', { text: '\\bpin\\b', isAlone: false }],
  ])('%j says what is sought', (anchor, word) => {
    expect(soughtWord(anchor)).toEqual(word);
    expect(soughtWord(anchorOf(word))).toEqual(word);
  });

  it('that stands alone is not met in a longer word', () => {
    const detector = detectorOf('\\d{4}', [{ alone: 'pin' }]);
    const texts = ['shipping 4711', 'PINE 4711', 'my pin: 4711', 'PIN4711'];
    expect(texts.map((text) => countIn(detector, text))).toEqual([0, 0, 1, 1]);
  });

  it('that stands alone tells nothing of where a match begins', () => {
    const detector = detectorOf('pins? \\d{4}', [{ alone: 'pin' }, { alone: 'pins' }]);
    const text = `${'a pin is no number. '.repeat(400)}pins 1234, pin 2345`;
    expect(countIn(detector, text)).toBe(2);
    expect(createNaiveScanner([detector]).scan(text).findings).toHaveLength(2);
  });

  it('that is derived is taken as it is', () => {
    expect(countIn(detectorOf('\\\\build\\\\b\\d{3}'), 'path \\build\\b123 end')).toBe(1);
  });
});
