import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * API tokens of Atlassian Cloud: `ATATT3` and at least 60 characters, with a checksum behind `=`.
 * https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/
 */
export const atlassianToken: Detector = {
  id: 'atlassian-token',
  title: 'Atlassian token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_])AT(?:ATT|CTT|BTT)3[A-Za-z0-9_=-]{60,220}(?![A-Za-z0-9_=-])/g,
  verify: looksReal,
};
