import { digitsOf, weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Brazilian voter numbers: eight digits, state, two checks by 11.
 * https://www.tse.jus.br/
 */
export const brTituloEleitor: Detector = {
  id: 'br-titulo-eleitor',
  title: 'Brazilian voter number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{4} ?\d{4} ?(?:0[1-9]|1\d|2[0-8])\d\d)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['eleitor'],
  verify: (value) => isTitulo(digitsOf(value)),
};

function isTitulo(number: string): boolean {
  const first = (weighted(number, [2, 3, 4, 5, 6, 7, 8, 9]) % 11) % 10;
  const second = (weighted(number.slice(8), [7, 8, 9]) % 11) % 10;
  return first === Number(number[10]) && second === Number(number[11]);
}
