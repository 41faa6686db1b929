import type { Detector } from '../../types.ts';

/**
 * Italian fiscal codes: letters of the name, date of birth, place, check.
 * https://www.agenziaentrate.gov.it/portale/web/english/nse/individuals/tax-identification-number-for-foreign-citizens
 */
export const itFiscalCode: Detector = {
  id: 'it-fiscal-code',
  title: 'Italian fiscal code',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[A-Z]{6}\d\d[ABCDEHLMPRST]\d\d[A-Z]\d{3}[A-Z])(?![A-Za-z0-9_-]|[.,]\d)/gi,
  confidence: 0.6,
  context: ['codice fiscale', 'cf'],
};
