import { digitsOf, weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Latvian personal codes: date of birth or a prefix of 32, then a serial and a check by 11.
 * https://www.pmlp.gov.lv/en/personal-identity-code
 */
export const lvPersonalCode: Detector = {
  id: 'lv-personal-code',
  title: 'Latvian personal code',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:(?:\d{6}-?[0-2]\d{4}|3[2-9]\d{4}-?\d{5}))(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['personas kods', 'personas kod', 'latvian'],
  verify: (value) =>
    digitsOf(value).startsWith('3') ||
    ((1 + weighted(digitsOf(value), [10, 5, 8, 4, 2, 1, 6, 3, 7, 9])) % 11) % 10 === Number(value.at(-1)),
};
