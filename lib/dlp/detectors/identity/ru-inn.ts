import { weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Russian tax numbers (INN): ten digits for companies, twelve for people, checks by 11.
 * https://www.nalog.gov.ru/
 */
export const ruInn: Detector = {
  id: 'ru-inn',
  title: 'Russian tax number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{10}(?:\d\d)?)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['inn', 'инн', 'налогоплат'],
  verify: isInn,
};

function isInn(value: string): boolean {
  const check = (weights: readonly number[]) => (weighted(value, weights) % 11) % 10;
  if (value.length === 10) return check([2, 4, 10, 3, 5, 9, 4, 6, 8]) === Number(value[9]);
  const first = check([7, 2, 4, 10, 3, 5, 9, 4, 6, 8]);
  const second = check([3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]);
  return first === Number(value[10]) && second === Number(value[11]);
}
