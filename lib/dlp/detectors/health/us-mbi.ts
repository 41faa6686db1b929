import type { Detector } from '../../types.ts';

/**
 * Medicare beneficiary identifiers: eleven places, letters without S, L, O, I, B and Z.
 * https://www.cms.gov/medicare/new-medicare-card/understanding-new-mbi-format
 */
export const usMbi: Detector = {
  id: 'us-mbi',
  title: 'Medicare number',
  category: 'health',
  severity: 'medium',
  pattern:
    /(?<![A-Za-z0-9_-]|\d[.,])(?:[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d-?[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d-?[AC-HJKMNP-RT-Y]{2}\d\d)(?![A-Za-z0-9_-]|[.,]\d)/gi,
  confidence: 0.45,
  alone: true,
  context: ['medicare', 'mbi', 'beneficiary', 'patient'],
};
