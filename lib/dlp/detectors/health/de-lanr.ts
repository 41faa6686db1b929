import { weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Numbers of German physicians: seven digits with a check by the weights 4 and 9, and two of the field.
 * https://www.kbv.de/html/themen_1063.php
 */
export const deLanr: Detector = {
  id: 'de-lanr',
  title: 'German physician number',
  category: 'health',
  severity: 'low',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{9})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  alone: true,
  context: ['lanr', 'arztnummer'],
  verify: (value) =>
    (10 - (weighted(value, [4, 9, 4, 9, 4, 9]) % 10)) % 10 === Number(value[6]) && new Set(value).size > 2,
};
