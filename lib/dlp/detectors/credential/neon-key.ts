import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * API keys of Neon.
 * https://neon.com/docs/manage/api-keys
 */
export const neonKey: Detector = {
  id: 'neon-key',
  title: 'Neon key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])napi_[a-z0-9]{64}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
