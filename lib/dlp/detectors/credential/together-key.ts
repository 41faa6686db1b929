import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * API keys of Together AI.
 * https://docs.together.ai/reference/authentication-1
 */
export const togetherKey: Detector = {
  id: 'together-key',
  title: 'Together AI key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])tgp_v1_[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
