import type { Detector } from '../../types.ts';

/**
 * Malaysian identity cards: date of birth, place, serial.
 * https://www.jpn.gov.my/
 */
export const myNric: Detector = {
  id: 'my-nric',
  title: 'Malaysian identity number',
  category: 'identity',
  severity: 'high',
  pattern:
    /(?<![A-Za-z0-9_-]|\d[.,])(?:\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-?(?:0[1-9]|[1-5]\d|6[0-8]|7[1-9]|8[2-9]|9[0-389])-?\d{4})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['mykad', 'nric', 'malaysia', 'ic number', 'kad pengenalan', 'no. kp', 'ic no'],
};
