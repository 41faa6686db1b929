import { describe, expect, it } from 'vitest';
import { scan } from '../scan.ts';

const mixed = ['Rk7', 'vQ2', 'xLm9', 'ZpT4', 'cWb8', 'NyH6', 'sJd3', 'GfE1', 'uKa5', 'Vi0o'].join('');
const long = `${mixed}${mixed.toLowerCase()}`.repeat(30); // over 2,000
const [one, two] = [['Hund', '2024!'].join(''), ['Katze', '2025!'].join('')];

/** Texts in which a value is cut short, or has more than itself, more easily than in others. */
const rows: readonly (readonly [text: string, values: readonly string[]])[] = [
  [`use ${['ghp', '_', mixed].join('')}.`, [['ghp', '_', mixed].join('')]],
  [`use ${['ghp', '_', mixed].join('')}...`, [['ghp', '_', mixed].join('')]],
  ['(jdbc:mysql://db/x?user=a&password=blueberry), then', ['blueberry']],
  ['`jdbc:mysql://db/x?user=a&password=blueberry`', ['blueberry']],
  [`The passwords are ${one}, ${two} and none.`, [one, two]],
  [`Passwords: ${one}, ${two}`, [one, two]],
  [`{"passwords": ["${one}", "${two}"]}`, [one, two]],
  [`PRIVATE_KEY=${long}\nnext`, [long]],
  [`cert_private_key: "${long}"`, [long]],
  [`password=${long} next`, [long]],
];

describe('scan', () => {
  it.each(rows)('finds each value from its first unit to its last: %#', (text, values) => {
    expect(scan(text).findings.map(({ start, end }) => text.slice(start, end))).toEqual(values);
  });
});
