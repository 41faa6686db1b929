import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Application keys of Laravel: `base64:` and 32 bytes.
 * https://laravel.com/docs/encryption
 */
export const laravelAppKey: Detector = {
  id: 'laravel-app-key',
  title: 'Laravel key',
  category: 'credential',
  severity: 'high',
  pattern:
    /APP_KEY[\"\']?[ ]?[:=][ ]?[\"\']?base64:(?<secret>[A-Za-z0-9+\/]{22}(?:[A-Za-z0-9+\/]{21})?={1,2})(?![A-Za-z0-9+\/=])/g,
  verify: looksReal,
};
