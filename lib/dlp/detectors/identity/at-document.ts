import type { Detector } from '../../types.ts';

/**
 * Austrian passports: one or two letters and seven digits.
 * https://www.oesterreich.gv.at/
 */
export const atDocument: Detector = {
  id: 'at-document',
  title: 'Austrian passport or identity card number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[A-Z]{1,2} ?\d{7})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['reisepass', 'passnummer', 'personalausweis'],
};
