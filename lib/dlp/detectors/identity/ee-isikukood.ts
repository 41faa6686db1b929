import { isMonthAndDay, weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Estonian and Lithuanian personal codes: century, date of birth, serial, check by 11.
 * https://www.siseministeerium.ee/
 */
export const eeIsikukood: Detector = {
  id: 'ee-isikukood',
  title: 'Estonian and Lithuanian personal code',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[1-8]\d{10})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['isikukood', 'asmens kodas', 'personal code'],
  verify: (value) => isCode(value) && isMonthAndDay(value.slice(3, 5), value.slice(5, 7)),
};

/** Weights 1 to 9 and 1; where the rest is ten, weights 3 to 9 and 1 to 3. */
function isCode(value: string): boolean {
  const first = weighted(value, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
  const second = weighted(value, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11;
  return (first < 10 ? first : second % 10) === Number(value[10]);
}
