import type { Detector } from '../../types.ts';

/**
 * Japanese passports: two letters and seven digits.
 * https://www.mofa.go.jp/j_info/passport/
 */
export const jpPassport: Detector = {
  id: 'jp-passport',
  title: 'Japanese passport number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[A-Z]{2}\d{7})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['旅券', 'パスポート', 'japanese passport'],
};
