import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

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
    /(?:authorization[\"']?[ \t]{0,3}[:=][ \t]{0,3}[\"']?(?:(?:bearer|basic|token|apikey|api-key|api-token|digest|negotiate)[ \t]{1,3}(?<secret>[A-Za-z0-9+\/=._~-]{12,3900})|(?<secret2>[A-Za-z0-9+\/=._~-]{24,3900})(?=["'\s]|$))|(?<=-H[ ]{0,2}|--header[ =]{1,3})["'](?:[a-z0-9-]{1,40}-)?(?:token|api-?key|key|secret|auth):[ \t]{0,3}(?<secret3>[A-Za-z0-9+\/=._~-]{10,3900})(?=["']))/gi,
  anchors: ['authorization', '-h "', "-h '", '-h"', "-h'", '-h  ', '--header'],
  verify: (secret, { groups }) => looksReal(secret) && (groups?.['secret'] !== undefined || /\d/.test(secret)),
};
