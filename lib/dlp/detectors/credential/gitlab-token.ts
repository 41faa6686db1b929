import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * GitLab personal, deploy, runner, trigger and other tokens: a prefix that ends in `-`, then at least 20 characters.
 * https://docs.gitlab.com/security/tokens/#token-prefixes
 */
export const gitlabToken: Detector = {
  id: 'gitlab-token',
  title: 'GitLab token',
  category: 'credential',
  severity: 'high',
  pattern:
    /(?<![A-Za-z0-9_])(?:glpat|gldt|glrt|glptt|glft|glcbt|gloas|glsoat|glagent|glimt|glffct)-[A-Za-z0-9_.-]{20,64}(?![A-Za-z0-9_])|(?<![A-Za-z0-9_])GR1348941[A-Za-z0-9_-]{20,50}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
