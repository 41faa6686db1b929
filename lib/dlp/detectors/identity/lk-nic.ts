import type { Detector } from '../../types.ts';

/**
 * Sri Lankan identity cards: year and day of birth, serial; V or X on old ones.
 * https://drp.gov.lk/
 */
export const lkNic: Detector = {
  id: 'lk-nic',
  title: 'Sri Lankan identity number',
  category: 'identity',
  severity: 'high',
  pattern:
    /(?<![A-Za-z0-9_-]|\d[.,])(?:\d\d(?:[0-35-8]\d\d)\d{4}[VX]|(?:19|20)\d\d[0-35-8]\d\d\d{5})(?![A-Za-z0-9_-]|[.,]\d)/gi,
  confidence: 0.4,
  context: ['nic', 'sri lanka', 'national identity'],
};
