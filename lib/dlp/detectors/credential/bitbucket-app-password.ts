import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * App passwords of Bitbucket: `ATBB` and 32 letters and digits.
 * https://support.atlassian.com/bitbucket-cloud/docs/app-passwords/
 */
export const bitbucketAppPassword: Detector = {
  id: 'bitbucket-app-password',
  title: 'Bitbucket app password',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])ATBB[A-Za-z0-9_=.-]{32}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
