import type { Detector } from '../../types.ts';

/**
 * Greek identity cards: one or two letters, Greek or Latin alike, and six digits.
 * https://www.passport.gov.gr/
 */
export const grIdentityCard: Detector = {
  id: 'gr-identity-card',
  title: 'Greek identity card number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[A-ZΑ-Ω]{1,2}[ -]?\d{6})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['ταυτότητα', 'αδτ', 'greek id', 'adt', 'tautotita'],
};
