import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from './normalise.ts';

const plain = (text: string) => normalise(text).text;

describe('normalise', () => {
  it.each([
    ['zero-width and bidirectional characters', 'to\u200bk\u202ee\u2060n', 'token'],
    ['tag characters and variation selectors', 'to\u{e0041}ke\ufe0fn\u{e0100}', 'token'],
    ['soft hyphens', 'to\u00adken', 'token'],
    ['full-width forms', '\uff21\uff33\uff29\uff21\uff11', 'ASIA1'],
    ['mathematical letters and digits', '\u{1d400}\u{1d5a2}\u{1d7d8}\u{1d7ff}', 'AC09'],
    ['circled and squared letters', '\u24b6\u24d0\u2460\u{1f130}', 'Aa1A'],
    ['digits of other scripts', '\u0660\u0666\u0669\u06f7\u0966\u096f', '069709'],
    ['unusual spaces and hyphens', 'a\u00a0b\u2011c\u2212d', 'a b-c-d'],
    ['look-alikes among ASCII', 'gh\u0440_\u0410B1', 'ghp_AB1'],
  ])('reads %s', (_what, text, expected) => expect(plain(text)).toBe(expected));

  it('leaves words of other scripts as they are', () => {
    for (const text of ['сорок пять', 'Αθήνα', 'naïve café', '№ 12', 'Straße', '日本語'])
      expect(plain(text)).toBe(text);
  });

  it('knows where every unit comes from', () => {
    const hidden = 'x\u200b\u{1d400}\u{e0041}y\uff5a👍';
    const { text, original } = normalise(hidden);
    expect(text).toBe('xAyz👍');
    const spans = Array.from({ length: 4 }, (_, start) => original({ start, end: start + 1 }));
    expect(spans.map(({ start, end }) => hidden.slice(start, end))).toEqual(['x', '\u{1d400}', 'y', '\uff5a']);
    const whole = original({ start: 0, end: text.length });
    expect(whole).toEqual({ start: 0, end: hidden.length });
  });

  it('gives spans that read the same when they are normalised alone', () => {
    const parts = fc.constantFrom('a', 'B1', '\u200b', '\u{1d400}', '\uff10', '\u{e0041}', ' ', '👍', '\u2460', '-');
    fc.assert(
      fc.property(fc.array(parts, { minLength: 1 }), fc.nat(), fc.nat(), (list, one, other) => {
        const given = list.join('');
        const { text, original } = normalise(given);
        fc.pre(text.length > 0);
        const [start, last] = [one % text.length, other % text.length].sort((left, right) => left - right);
        const span = original({ start: start!, end: last! + 1 });
        expect(plain(given.slice(span.start, span.end))).toBe(text.slice(start, last! + 1));
      }),
      { seed: 3, numRuns: 2_000 },
    );
  });
});
