import type { Detector } from '../../types.ts';

/**
 * Singapore identity numbers: a letter of the kind, seven digits, a check letter.
 * https://www.ica.gov.sg/
 */
export const sgNric: Detector = {
  id: 'sg-nric',
  title: 'Singapore identity number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[STFGM]\d{7}[A-Z])(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.45,
  alone: true,
  context: ['nric', 'fin', 'ic number'],
  verify: (value) => new Set(value).size > 4,
};
