import { isMonthAndDay } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Korean resident registration numbers: date of birth, sex and century, serial.
 * https://www.mois.go.kr/
 */
export const krRrn: Detector = {
  id: 'kr-rrn',
  title: 'Korean resident number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{6}-?[1-4]\d{6})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  alone: true,
  context: ['rrn', '주민', 'resident registration', 'korean'],
  verify: (value) => isMonthAndDay(value.slice(2, 4), value.slice(4, 6)),
};
