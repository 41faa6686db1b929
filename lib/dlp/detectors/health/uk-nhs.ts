import { digitsOf, weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * NHS numbers: ten digits with a check by 11.
 * https://www.datadictionary.nhs.uk/attributes/nhs_number.html
 */
export const ukNhs: Detector = {
  id: 'uk-nhs',
  title: 'NHS number',
  category: 'health',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{3}[- ]?\d{3}[- ]?\d{4})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  alone: true,
  context: ['nhs', 'patient'],
  verify: (value) => isNhs(digitsOf(value)),
};

/** Weights 10 to 2; eleven less the rest by eleven is the check. */
function isNhs(number: string): boolean {
  const check = 11 - (weighted(number, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11);
  return check !== 10 && check % 11 === Number(number[9]) && new Set(number).size > 2;
}
