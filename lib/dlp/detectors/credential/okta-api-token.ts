import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Tokens of the Okta API: 42 characters that begin with 00, after the scheme SSWS or where Okta is named.
 * https://developer.okta.com/docs/guides/create-an-api-token/main/
 */
export const oktaApiToken: Detector = {
  id: 'okta-api-token',
  title: 'Okta token',
  category: 'credential',
  severity: 'high',
  pattern: /(?:SSWS|okta)[\w \t.\"'{}=:\n-]{0,60}?[ \t\"'=:](?<secret>00[A-Za-z0-9_-]{40})(?![A-Za-z0-9_-])/gi,
  anchors: ['ssws', 'okta'],
  verify: looksReal,
};
