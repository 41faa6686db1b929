import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * API keys of Telnyx.
 * https://developers.telnyx.com/development/api-fundamentals/authentication
 */
export const telnyxKey: Detector = {
  id: 'telnyx-key',
  title: 'Telnyx key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])KEY[0-9A-F]{32}_[A-Za-z0-9]{22}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
