import { digitsOf, passesLuhn } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Swedish organisation numbers: ten digits, the third from 2, Luhn.
 * https://www.bolagsverket.se/
 */
export const seOrganisationNumber: Detector = {
  id: 'se-organisation-number',
  title: 'Swedish organisation number',
  category: 'identity',
  severity: 'low',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{2}[2-9]\d{3}-?\d{4})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  alone: true,
  context: ['orgnummer', 'orgnr', 'organisationsnummer', 'company identity'],
  verify: (value) => passesLuhn(digitsOf(value)),
};
