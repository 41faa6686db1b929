import { digitsOf, weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Brazilian social numbers (PIS, PASEP, NIS): eleven digits, check by 11.
 * https://www.caixa.gov.br/beneficios-trabalhador/pis/
 */
export const brPis: Detector = {
  id: 'br-pis',
  title: 'Brazilian social number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{3}\.?\d{5}\.?\d\d[-.]?\d)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['pis', 'pasep', 'nis', 'nit'],
  verify: (value) => {
    const check = 11 - (weighted(digitsOf(value), [3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) % 11);
    return (check > 9 ? 0 : check) === Number(value.at(-1)) && new Set(digitsOf(value)).size > 3;
  },
};
