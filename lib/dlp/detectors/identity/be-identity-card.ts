import { digitsOf } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Belgian identity cards: three, seven and two digits, check by 97.
 * https://www.ibz.rrn.fgov.be/
 */
export const beIdentityCard: Detector = {
  id: 'be-identity-card',
  title: 'Belgian identity card number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{3}-?\d{7}-?\d\d)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['identiteitskaart', "carte d'identit", 'eid', 'identity card'],
  verify: (value) => (Number(digitsOf(value).slice(0, 10)) % 97 || 97) === Number(digitsOf(value).slice(10)),
};
