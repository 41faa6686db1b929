import { digitsOf, weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Korean business registration numbers: ten digits with a check.
 * https://www.hometax.go.kr/
 */
export const krBrn: Detector = {
  id: 'kr-brn',
  title: 'Korean business number',
  category: 'identity',
  severity: 'low',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{3}-?\d\d-?\d{5})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  alone: true,
  context: ['brn', '사업자', 'business registration'],
  verify: (value) => isBrn(digitsOf(value)),
};

/** Weights 1, 3, 7 and the tens of the last product: the rest to ten is the check. */
function isBrn(number: string): boolean {
  const sum = weighted(number, [1, 3, 7, 1, 3, 7, 1, 3, 5]) + Math.floor((Number(number[8]) * 5) / 10);
  return (10 - (sum % 10)) % 10 === Number(number[9]);
}
