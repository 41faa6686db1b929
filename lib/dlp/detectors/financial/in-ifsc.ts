import type { Detector } from '../../types.ts';

/**
 * Indian bank branches (IFSC): four letters, 0, six places; after a word that says so.
 * https://www.rbi.org.in/
 */
export const inIfsc: Detector = {
  id: 'in-ifsc',
  title: 'Indian bank branch code',
  category: 'financial',
  severity: 'low',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[A-Z]{4}0[A-Z0-9]{6})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['ifsc', 'neft', 'rtgs'],
};
