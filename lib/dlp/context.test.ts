import { describe, expect, it } from 'vitest';
import { contextWord, fillsLine } from './context.ts';

/** The place of a value in a text. */
const at = (text: string, value: string) => ({
  text,
  start: text.indexOf(value),
  end: text.indexOf(value) + value.length,
});

describe('fillsLine', () => {
  it.each([
    ['AB123456C', 'AB123456C', true],
    ['one\nAB123456C\ntwo', 'AB123456C', true],
    ['one\n- "AB123456C",\ntwo', 'AB123456C', true],
    ['see AB123456C', 'AB123456C', false],
    ['AB123456C is it', 'AB123456C', false],
    ['401-023-2137\n401-023-2138', '401-023-2137', true],
    ['1234567893', '1234567893', true],
    [' 1234567893\n', '1234567893', true],
    ['1234567893\n1234567894', '1234567893', false],
  ])('%j: %s', (text, value, fills) => expect(fillsLine(at(text, value))).toBe(fills));

  it('looks no further than a border is wide', () => {
    const text = `${' '.repeat(100_000)}AB123456C`;
    expect(fillsLine(at(text, 'AB123456C'))).toBe(false);
  });
});

describe('contextWord', () => {
  it('takes short words only where they stand alone, and those that humps make', () => {
    expect(contextWord(['ssn'], at('customerSSN 123', '123'))).toBe('ssn');
    expect(contextWord(['sin'], at('business 123', '123'))).toBeUndefined();
    expect(contextWord(['passport'], at('123 is my passport', '123'))).toBe('passport');
  });

  it('takes no word that is too far away', () => {
    expect(contextWord(['passport'], at(`passport ${'x '.repeat(40)}123`, '123'))).toBeUndefined();
  });
});
