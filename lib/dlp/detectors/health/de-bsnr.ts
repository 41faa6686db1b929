import type { Detector } from '../../types.ts';

/**
 * Numbers of German medical practices: nine digits.
 * https://www.kbv.de/html/themen_1063.php
 */
export const deBsnr: Detector = {
  id: 'de-bsnr',
  title: 'German practice number',
  category: 'health',
  severity: 'low',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{9})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  alone: true,
  context: ['bsnr', 'betriebsst'],
  verify: (value) => /^(?:0[1-9]|[1-9]\d)/.test(value) && new Set(value).size > 3,
};
