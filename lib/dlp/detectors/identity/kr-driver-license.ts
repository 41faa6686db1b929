import type { Detector } from '../../types.ts';

/**
 * Korean driving licence numbers: region, year, serial, check.
 * https://www.safedriving.or.kr/
 */
export const krDriverLicense: Detector = {
  id: 'kr-driver-license',
  title: 'Korean driving licence number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:(?:1[1-9]|2[0-68])[- ]?\d\d[- ]?\d{6}[- ]?\d\d)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  alone: true,
  context: ['운전면허', 'licen'],
  verify: (value) => !value.startsWith('123456'),
};
