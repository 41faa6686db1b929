import type { Detector } from '../../types.ts';

/**
 * Vietnamese identity numbers: province, sex and century, year, serial; nine digits on old cards.
 * https://dichvucong.gov.vn/
 */
export const vnIdentityNumber: Detector = {
  id: 'vn-identity-number',
  title: 'Vietnamese identity number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:0\d\d[0-9]\d{8}|\d{9})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['cccd', 'cmnd', 'can cuoc', 'ng minh', 'vietnamese id'],
  verify: (value) => new Set(value).size > 3,
};
