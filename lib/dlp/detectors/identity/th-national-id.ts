import { digitsOf, weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Thai identity numbers: thirteen digits with a check by 11.
 * https://www.bora.dopa.go.th/
 */
export const thNationalId: Detector = {
  id: 'th-national-id',
  title: 'Thai identity number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[1-8]\d{12}|[1-8]-\d{4}-\d{5}-\d\d-\d)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  alone: true,
  context: ['thai', 'tnin', 'ประชาชน', 'national id'],
  verify: (value) =>
    (11 - (weighted(digitsOf(value), [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === Number(value.at(-1)) &&
    new Set(digitsOf(value)).size > 2,
};
