import { digitsOf, weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Norwegian organisation numbers: nine digits from 8 or 9, check by 11.
 * https://www.brreg.no/
 */
export const noOrganisationNumber: Detector = {
  id: 'no-organisation-number',
  title: 'Norwegian organisation number',
  category: 'identity',
  severity: 'low',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[89]\d\d ?\d{3} ?\d{3})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['orgnr', 'organisasjonsnummer', 'org.nr'],
  verify: (value) => (11 - (weighted(digitsOf(value), [3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === Number(value.at(-1)),
};
