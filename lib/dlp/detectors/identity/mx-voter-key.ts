import { isMonthAndDay } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Mexican voter keys: six letters, date of birth, state, sex, three digits.
 * https://www.ine.mx/
 */
export const mxVoterKey: Detector = {
  id: 'mx-voter-key',
  title: 'Mexican voter key',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[A-Z]{6}\d{6}(?:0[1-9]|[12]\d|3[0-2])[HM]\d{3})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.6,
  context: ['elector', 'ine'],
  verify: (value) => isMonthAndDay(value.slice(8, 10), value.slice(10, 12)),
};
