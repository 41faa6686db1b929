import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Access tokens of Google’s OAuth: `ya29.`, then base64url.
 * https://developers.google.com/identity/protocols/oauth2
 */
export const googleAccessToken: Detector = {
  id: 'google-access-token',
  title: 'Google access token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_])ya29\.[A-Za-z0-9_-]{20,2000}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
