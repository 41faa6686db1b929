import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * User and page access tokens of the Graph API: `EAA` and at least 100 characters.
 * https://developers.facebook.com/docs/facebook-login/guides/access-tokens
 */
export const facebookToken: Detector = {
  id: 'facebook-token',
  title: 'Facebook access token',
  category: 'credential',
  severity: 'high',
  pattern:
    /(?<![A-Za-z0-9_+\/-])(?:EAA[A-Z][A-Za-z0-9]{98,400}|[1-9]\d{12,16}\|[A-Za-z0-9_-]{27})(?![A-Za-z0-9_+\/=-])/g,
  anchors: ['eaa', '|'],
  verify: looksReal,
};
