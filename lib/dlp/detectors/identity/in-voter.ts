import type { Detector } from '../../types.ts';

/**
 * Indian voter numbers: three letters, seven digits.
 * https://voters.eci.gov.in/
 */
export const inVoter: Detector = {
  id: 'in-voter',
  title: 'Indian voter number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[A-Z]{3}\d{7})(?![A-Za-z0-9_-]|[.,]\d)/gi,
  confidence: 0.4,
  alone: true,
  context: ['voter', 'epic', 'vote', 'elect'],
};
