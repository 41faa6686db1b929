import { describe, expect, it } from 'vitest';
import { mask } from './mask.ts';

describe('mask', () => {
  it('shows nothing of a short value', () => {
    for (const value of ['', '1', 'ab', '1234']) expect(mask(value)).toBe('…');
  });

  it('shows at most four characters at each end, and never more than two fifths', () => {
    for (let length = 0; length <= 200; length += 1) {
      const shown = mask('x'.repeat(length)).replace('…', '').length;
      expect(shown).toBeLessThanOrEqual(Math.min(8, (length * 2) / 5));
    }
    expect(mask(['AK', 'IA', '0'.repeat(12), 'WXYZ'].join(''))).toBe('AKIA…WXYZ');
  });

  it('keeps to one line and never cuts a character in two', () => {
    expect(mask(`a\n${'b'.repeat(20)}\r\nc`)).toBe('a bb…bb c');
    expect(mask('🔑'.repeat(10))).toBe('🔑🔑…🔑🔑');
  });
});
