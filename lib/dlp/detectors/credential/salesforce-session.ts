import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Access tokens of Salesforce: the number of the organisation (`00D`), `!`, then the session.
 * https://help.salesforce.com/s/articleView?id=sf.remoteaccess_access_tokens.htm
 */
export const salesforceSession: Detector = {
  id: 'salesforce-session',
  title: 'Salesforce session',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])00D[A-Za-z0-9]{12,15}![A-Za-z0-9._]{80,120}(?![A-Za-z0-9._])/g,
  anchors: ['00d'],
  verify: looksReal,
};
