import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Service account tokens of Thunderstore.
 * https://thunderstore.io/api/docs/
 */
export const thunderstoreToken: Detector = {
  id: 'thunderstore-token',
  title: 'Thunderstore token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])tss_[A-Za-z0-9]{36}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
