import { digitsOf, passesLuhn } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * French businesses (SIREN) and their sites (SIRET): nine or fourteen digits, Luhn.
 * https://www.insee.fr/fr/metadonnees/definition/c1841
 */
export const frSiret: Detector = {
  id: 'fr-siret',
  title: 'French business number',
  category: 'identity',
  severity: 'low',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{3} ?\d{3} ?\d{3}(?: ?\d{5})?)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['siren', 'siret'],
  verify: (value) => passesLuhn(digitsOf(value)) && new Set(digitsOf(value)).size > 3,
};
