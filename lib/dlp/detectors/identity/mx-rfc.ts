import type { Detector } from '../../types.ts';

/**
 * Mexican tax numbers (RFC): letters of the name, date, three places of the homonym.
 * https://www.sat.gob.mx/
 */
export const mxRfc: Detector = {
  id: 'mx-rfc',
  title: 'Mexican tax number',
  category: 'identity',
  severity: 'high',
  pattern:
    /(?<![A-Za-z0-9_-]|\d[.,])(?:[A-ZÑ&]{3,4}-?\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-?[A-Z0-9]{2}[0-9A])(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.45,
  context: ['rfc', 'contribuyentes'],
};
