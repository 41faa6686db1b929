import { isMonthAndDay } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Mexican population codes: letters of the name, date of birth, sex, state, consonants, check.
 * https://www.gob.mx/curp/
 */
export const mxCurp: Detector = {
  id: 'mx-curp',
  title: 'Mexican CURP',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z0-9]\d)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.6,
  context: ['curp'],
  verify: (value) => isMonthAndDay(value.slice(6, 8), value.slice(8, 10)),
};
