import { passesIcao } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Numbers of German identity cards and passports: nine places without vowels, the last an ICAO check digit.
 * https://www.icao.int/publications/documents/9303_p3_cons_en.pdf
 */
export const deIdCard: Detector = {
  id: 'de-id-card',
  title: 'German identity document number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[CFGHJKLMNPRTVWXYZ][CFGHJKLMNPRTVWXYZ0-9]{7}\d)(?![A-Za-z0-9_-]|[.,]\d)/gi,
  confidence: 0.45,
  alone: true,
  context: ['ausweis', 'personalausweis', 'reisepass', 'passport', 'pass-nr', 'passnummer', 'id card'],
  verify: (value) => (passesIcao(value) || /^T\d{8}$/i.test(value)) && /\d.*\d.*\d/.test(value),
};
