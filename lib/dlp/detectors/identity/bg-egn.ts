import { isMonthAndDay, weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Bulgarian personal numbers: date of birth, region, check by 11.
 * https://www.grao.bg/
 */
export const bgEgn: Detector = {
  id: 'bg-egn',
  title: 'Bulgarian personal number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{10})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['егн', 'egn'],
  verify: (value) =>
    (weighted(value, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10 === Number(value[9]) &&
    isMonthAndDay(String(Number(value.slice(2, 4)) % 20), value.slice(4, 6)),
};
