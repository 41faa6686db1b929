import { weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Brazilian driving licences: nine digits and two checks by 11.
 * https://www.gov.br/transportes/pt-br/assuntos/transito/senatran
 */
export const brCnh: Detector = {
  id: 'br-cnh',
  title: 'Brazilian driving licence number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{11})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['cnh', 'habilita', 'carteira de motorista'],
  verify: isCnh,
};

function isCnh(value: string): boolean {
  const down = weighted(value, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11;
  const up = weighted(value, [1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11;
  const first = down > 9 ? 0 : down;
  const second = up > 9 ? 0 : down > 9 ? (up + 9) % 11 : up;
  return first === Number(value[9]) && second % 10 === Number(value[10]) && new Set(value).size > 3;
}
