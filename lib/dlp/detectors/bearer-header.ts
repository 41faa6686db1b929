import { looksReal } from '../placeholder.ts';
import type { Detector } from '../types.ts';

/**
 * Credentials in an Authorization header or given to `curl -u`.
 * https://www.rfc-editor.org/rfc/rfc6750#section-2.1
 */
export const bearerHeader: Detector = {
  id: 'bearer-header',
  title: 'Authorization header',
  category: 'credential',
  severity: 'high',
  pattern:
    /authorization[\"']?[ \t]{0,3}[:=][ \t]{0,3}[\"']?(?:bearer|basic|token)[ \t]{1,3}(?<secret>[A-Za-z0-9+\/=._~-]{12,4000})/gi,
  verify: looksReal,
};
