import type { Detector } from '../../types.ts';

/**
 * Google OAuth client secrets: `GOCSPX-` and 28 characters.
 * https://developers.google.com/identity/protocols/oauth2
 */
export const googleOauthSecret: Detector = {
  id: 'google-oauth-secret',
  title: 'Google OAuth secret',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_])GOCSPX-[A-Za-z0-9_-]{28}(?![A-Za-z0-9_-])/g,
};
