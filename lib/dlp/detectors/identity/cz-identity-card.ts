import type { Detector } from '../../types.ts';

/**
 * Czech identity cards and passports: nine digits or eight after a word that says so.
 * https://www.mvcr.cz/
 */
export const czIdentityCard: Detector = {
  id: 'cz-identity-card',
  title: 'Czech identity card number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{8,9})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['obcansk', 'občansk', 'průkaz', 'cestovni pas', 'cestovní pas'],
  verify: (value) => new Set(value).size > 3,
};
