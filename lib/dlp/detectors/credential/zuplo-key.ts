import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * API keys of Zuplo.
 * https://zuplo.com/docs/articles/api-key-management
 */
export const zuploKey: Detector = {
  id: 'zuplo-key',
  title: 'Zuplo key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])zpka_[a-z0-9]{32}_[0-9a-f]{8}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
