import { passesFrenchNir } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * French registration numbers (NIR): thirteen digits and a key, 97 minus the number mod 97; 2A and 2B stand for Corsica.
 * https://www.insee.fr/fr/metadonnees/definition/c1409
 */
export const frNir: Detector = {
  id: 'fr-nir',
  title: 'French social security number',
  category: 'identity',
  severity: 'high',
  pattern:
    /(?<![\dA-Za-z.-])[1-478][ ]?\d\d[ ]?(?:0[1-9]|1[0-2]|[2-9]\d)[ ]?(?:\d\d|2[AB])[ ]?\d{3}[ ]?\d{3}[ ]?\d\d(?![\dA-Za-z.-])/g,
  confidence: 0.6,
  context: ['nir', 'sécu', 'secu', 'insee', 'carte vitale'],
  verify: passesFrenchNir,
};
