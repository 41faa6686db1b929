import { digitsOf, passesLuhn } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Ecuadorian identity cards: province, serial, Luhn.
 * https://www.registrocivil.gob.ec/
 */
export const ecCedula: Detector = {
  id: 'ec-cedula',
  title: 'Ecuadorian identity number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:(?:0[1-9]|1\d|2[0-4]|30)[0-5]\d{6}-?\d(?:001)?)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['cedula', 'dula ', 'dula:', 'dula"', 'ruc', 'ecuador'],
  verify: (value) => passesLuhn(digitsOf(value).slice(0, 10)),
};
