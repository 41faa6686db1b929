import { digitsOf, weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Venezuelan tax numbers (RIF): a letter of the kind, eight digits, check by 11.
 * https://declaraciones.seniat.gob.ve/
 */
export const veRif: Detector = {
  id: 've-rif',
  title: 'Venezuelan tax number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[VEJPG]-?\d{8}-?\d)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.45,
  context: ['rif', 'venezuela'],
  verify: (value) => isRif(value.charAt(0), digitsOf(value)),
};

const kinds: Readonly<Record<string, number>> = { V: 4, E: 8, J: 12, P: 16, G: 20 };

function isRif(kind: string, number: string): boolean {
  const sum = (kinds[kind] ?? 0) + weighted(number, [3, 2, 7, 6, 5, 4, 3, 2]);
  return '00987654321'[sum % 11] === number[8];
}
