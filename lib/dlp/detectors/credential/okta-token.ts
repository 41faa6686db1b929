import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Tokens of Okta’s API, known by the scheme `SSWS` or the name they are assigned to: `00`, then 40 characters.
 * https://developer.okta.com/docs/reference/core-okta-api/#authentication
 */
export const oktaToken: Detector = {
  id: 'okta-token',
  title: 'Okta token',
  category: 'credential',
  severity: 'high',
  pattern:
    /(?:SSWS[ ]{1,2}|okta[\w.-]{0,40}["'`]?[ \t]{0,4}[:=]{1,2}[ \t]{0,4}["'`]?)(?<secret>00[A-Za-z0-9_-]{40})(?![A-Za-z0-9_-])/gi,
  anchors: ['ssws', 'okta'],
  verify: looksReal,
};
