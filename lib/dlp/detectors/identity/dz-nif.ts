import type { Detector } from '../../types.ts';

/**
 * Algerian tax numbers (NIF) of fifteen or twenty digits and identity numbers (NIN) of eighteen.
 * https://www.mfdgi.gov.dz/
 */
export const dzNif: Detector = {
  id: 'dz-nif',
  title: 'Algerian tax or identity number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{15}(?:\d{3}|\d{5})?)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['nif', 'nin', 'algeri'],
  verify: (value) => new Set(value).size > 3,
};
