import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * API keys of Xata.
 * https://xata.io/docs/concepts/api-keys
 */
export const xataKey: Detector = {
  id: 'xata-key',
  title: 'Xata key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])xau_[A-Za-z0-9]{30,50}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
