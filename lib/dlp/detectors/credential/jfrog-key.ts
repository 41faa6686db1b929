import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Keys and encrypted passwords of Artifactory: AKC and a long value, AP and a digit.
 * https://jfrog.com/help/r/jfrog-platform-administration-documentation/api-key
 */
export const jfrogKey: Detector = {
  id: 'jfrog-key',
  title: 'JFrog key',
  category: 'credential',
  severity: 'high',
  pattern:
    /(?<![A-Za-z0-9_+\/])(?:AKCp[A-Za-z0-9]{65,75}|AP[\dABCDEF][A-Za-z0-9]{40,80}|cmVmd[A-Za-z0-9]{59})(?![A-Za-z0-9_])/g,
  verify: looksReal,
};
