import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Tokens of service accounts of Snyk with their prefix.
 * https://docs.snyk.io/snyk-api/authentication-for-api
 */
export const snykToken: Detector = {
  id: 'snyk-token',
  title: 'Snyk token',
  category: 'credential',
  severity: 'high',
  pattern:
    /(?<![A-Za-z0-9])snyk_(?:uat|sat)\.[A-Za-z0-9]{8}\.[A-Za-z0-9_-]{20,400}(?:\.[A-Za-z0-9_-]{20,400})?(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
