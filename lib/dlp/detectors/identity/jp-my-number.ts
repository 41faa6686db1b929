import { digitsOf, weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Japanese individual numbers: twelve digits with a check by 11.
 * https://www.soumu.go.jp/kojinbango_card/
 */
export const jpMyNumber: Detector = {
  id: 'jp-my-number',
  title: 'Japanese My Number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{4}[- ]?\d{4}[- ]?\d{4})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['my number', 'マイナンバー', '個人番号'],
  verify: (value) => isMyNumber(digitsOf(value)),
};

/** Weights 6 to 2 and 7 to 2; eleven less the rest, nought for rests of nought and one. */
function isMyNumber(number: string): boolean {
  const rest = weighted(number, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
  return (rest <= 1 ? 0 : 11 - rest) === Number(number[11]);
}
