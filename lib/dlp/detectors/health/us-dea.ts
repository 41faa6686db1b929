import { weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Registration numbers of the US drug enforcement: two letters, seven digits, the last a check.
 * https://www.deadiversion.usdoj.gov/drugreg/registration.html
 */
export const usDea: Detector = {
  id: 'us-dea',
  title: 'US prescriber number',
  category: 'health',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[ABCDEFGHJKLMPRSTUX][A-Z9]\d{7})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.5,
  alone: true,
  context: ['dea', 'prescriber', 'certificate'],
  verify: (value) => isDea(value),
};

/** Odd places and twice the even ones; the last digit of the sum is the check. */
function isDea(value: string): boolean {
  return weighted(value.slice(2), [1, 2, 1, 2, 1, 2]) % 10 === Number(value.at(-1));
}
