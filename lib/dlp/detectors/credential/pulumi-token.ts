import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Access tokens of Pulumi: `pul-` and 40 hexadecimal digits.
 * https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens/
 */
export const pulumiToken: Detector = {
  id: 'pulumi-token',
  title: 'Pulumi token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_])pul-[a-f0-9]{40}(?![A-Za-z0-9])/g,
  verify: looksReal,
};
