import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Client ids of Google OAuth: no secret by themselves, but they name the project and go with one.
 * https://developers.google.com/identity/protocols/oauth2/web-server#creatingcred
 */
export const googleClientId: Detector = {
  id: 'google-client-id',
  title: 'Google OAuth client id',
  category: 'credential',
  severity: 'low',
  pattern: /(?<![A-Za-z0-9_-])\d{8,14}-[a-z0-9]{32}\.apps\.googleusercontent\.com(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
