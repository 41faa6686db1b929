import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Tokens of Doppler: `dp.`, the kind, then 40 to 44 characters.
 * https://docs.doppler.com/docs/service-tokens
 */
export const dopplerToken: Detector = {
  id: 'doppler-token',
  title: 'Doppler token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_])dp\.(?:ct|pt|st|sa|scim|audit)\.(?:[a-z0-9_-]{2,35}\.)?[A-Za-z0-9]{40,44}(?![A-Za-z0-9])/g,
  anchors: ['dp.'],
  verify: looksReal,
};
