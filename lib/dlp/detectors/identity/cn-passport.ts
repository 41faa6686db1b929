import type { Detector } from '../../types.ts';

/**
 * Chinese passports and travel permits: a letter or two and seven or eight digits.
 * https://en.nia.gov.cn/
 */
export const cnPassport: Detector = {
  id: 'cn-passport',
  title: 'Chinese passport number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:(?:[EGDSPHKCW]\d{8}|E[A-HJ-NP-Z]\d{7}|[HM]\d{8,10}))(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['护照', '通行证', 'passport'],
};
