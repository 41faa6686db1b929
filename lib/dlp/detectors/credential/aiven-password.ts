import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Passwords of Aiven services: `AVNS_` and 19 characters.
 * https://aiven.io/docs/platform/concepts/service-security
 */
export const aivenPassword: Detector = {
  id: 'aiven-password',
  title: 'Aiven password',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])AVNS_[A-Za-z0-9_-]{19}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
