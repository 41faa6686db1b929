import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * API keys of Rootly.
 * https://docs.rootly.com/api-reference/overview
 */
export const rootlyKey: Detector = {
  id: 'rootly-key',
  title: 'Rootly key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])rootly_[0-9a-f]{64}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
