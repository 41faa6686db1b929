import type { Detector } from '../../types.ts';

/**
 * Kenyan tax numbers (PIN): a letter, nine digits, a letter.
 * https://www.kra.go.ke/
 */
export const kePin: Detector = {
  id: 'ke-pin',
  title: 'Kenyan tax number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[AP]\d{9}[A-Z])(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.45,
  context: ['kra', 'kenya', 'pin'],
};
