import { isMonthAndDay } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Korean foreigner registration numbers: date of birth, sex and century, serial.
 * https://www.immigration.go.kr/
 */
export const krFrn: Detector = {
  id: 'kr-frn',
  title: 'Korean foreigner number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{6}-?[5-8]\d{6})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  alone: true,
  context: ['frn', '외국인', 'foreigner registration', 'korean'],
  verify: (value) => isMonthAndDay(value.slice(2, 4), value.slice(4, 6)),
};
