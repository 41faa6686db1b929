import type { Detector } from '../../types.ts';

/**
 * Entries of the German commercial register: HRA or HRB and up to six digits.
 * https://www.handelsregister.de/
 */
export const deCommercialRegister: Detector = {
  id: 'de-commercial-register',
  title: 'German commercial register number',
  category: 'organisation',
  severity: 'low',
  pattern: /(?<![A-Za-z0-9.,_-])(?:HR[AB] ?\d{1,6})(?![A-Za-z0-9_-]|[.,]\d)/gi,
  anchors: ['hra', 'hrb'],
  confidence: 0.55,
  context: ['handelsregister', 'amtsgericht'],
};
