import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * API tokens of Replicate: `r8_` and 37 base-62 characters.
 * https://replicate.com/docs/topics/security/api-tokens
 */
export const replicateToken: Detector = {
  id: 'replicate-token',
  title: 'Replicate token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_])r8_[A-Za-z0-9]{37}(?![A-Za-z0-9_])/g,
  verify: looksReal,
};
