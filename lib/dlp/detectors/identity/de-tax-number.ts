import type { Detector } from '../../types.ts';

/**
 * German tax numbers: office, district and serial with slashes, or thirteen digits.
 * https://www.elster.de/
 */
export const deTaxNumber: Detector = {
  id: 'de-tax-number',
  title: 'German tax number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{2,3}\/\d{3,4}\/\d{4,5}|(?:0[1-9]|1[0-6])\d{11})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  alone: true,
  context: ['steuernummer', 'st.-nr', 'steuernr', 'tax number'],
};
