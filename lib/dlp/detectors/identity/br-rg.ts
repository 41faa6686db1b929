import { digitsOf } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Brazilian identity cards: seven to nine digits, the check may be X; after a word that says so.
 * https://www.gov.br/pt-br/servicos/obter-carteira-de-identidade-nacional
 */
export const brRg: Detector = {
  id: 'br-rg',
  title: 'Brazilian identity card number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{1,2}\.?\d{3}\.?\d{3}-?[\dXx])(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['rg', 'registro geral', 'carteira de identidade'],
  verify: (value) => new Set(digitsOf(value)).size > 3,
};
