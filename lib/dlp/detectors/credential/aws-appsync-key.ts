import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * API keys of AWS AppSync: `da2-` and 26 letters and digits.
 * https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html
 */
export const awsAppsyncKey: Detector = {
  id: 'aws-appsync-key',
  title: 'AWS AppSync key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])da2-[a-z0-9]{26}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
