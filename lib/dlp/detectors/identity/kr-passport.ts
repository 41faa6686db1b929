import type { Detector } from '../../types.ts';

/**
 * Korean passport numbers: a letter of the kind, three digits, a letter, four digits.
 * https://www.passport.go.kr/
 */
export const krPassport: Detector = {
  id: 'kr-passport',
  title: 'Korean passport number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[MSRODG](?:\d{3}[A-Z]\d{4}|\d{8}))(?![A-Za-z0-9_-]|[.,]\d)/gi,
  confidence: 0.45,
  alone: true,
  context: ['여권', 'passport'],
};
