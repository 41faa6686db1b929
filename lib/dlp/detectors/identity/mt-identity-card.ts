import type { Detector } from '../../types.ts';

/**
 * Maltese identity cards: up to seven digits and a letter of the register.
 * https://identita.gov.mt/
 */
export const mtIdentityCard: Detector = {
  id: 'mt-identity-card',
  title: 'Maltese identity card number',
  category: 'identity',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{5,7}[MGAPLHBZ])(?![A-Za-z0-9_-]|[.,]\d)/gi,
  confidence: 0.4,
  context: ['maltese id', 'malta id', 'karta tal-identit', 'identity card'],
};
