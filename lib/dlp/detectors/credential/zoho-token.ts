import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * OAuth tokens of Zoho: `1000.` and two hexadecimal values.
 * https://www.zoho.com/accounts/protocol/oauth.html
 */
export const zohoToken: Detector = {
  id: 'zoho-token',
  title: 'Zoho token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])1000\.[0-9a-f]{32}\.[0-9a-f]{32}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
