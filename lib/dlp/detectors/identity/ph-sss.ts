import { digitsOf } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Philippine social security (SSS) and health insurance (PhilHealth) numbers.
 * https://www.sss.gov.ph/
 */
export const phSss: Detector = {
  id: 'ph-sss',
  title: 'Philippine social security number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d\d-\d{7}-\d|\d\d-\d{9}-\d|\d{10}|\d{12})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['sss', 'philhealth', 'umid', 'pag-ibig'],
  verify: (value) => new Set(digitsOf(value)).size > 3,
};
