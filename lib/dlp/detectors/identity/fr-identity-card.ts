import type { Detector } from '../../types.ts';

/**
 * French identity cards: twelve digits before 2021, nine places since.
 * https://www.service-public.fr/particuliers/vosdroits/N358
 */
export const frIdentityCard: Detector = {
  id: 'fr-identity-card',
  title: 'French identity card number',
  category: 'identity',
  severity: 'medium',
  pattern:
    /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{12}|(?=[A-Z]{0,8}\d)(?=\d{0,8}[A-Z])[A-HJ-NP-Z0-9]{9})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['carte nationale', 'cni', "carte d'identit", 'carte identit'],
  verify: (value) => new Set(value).size > 3 && /\d.*\d.*\d/.test(value),
};
