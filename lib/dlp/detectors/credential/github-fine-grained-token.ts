import type { Detector } from '../../types.ts';

/**
 * Fine-grained GitHub tokens: `github_pat_`, 22 characters, `_`, 59 characters.
 * https://github.blog/security/application-security/introducing-fine-grained-personal-access-tokens-for-github/
 */
export const githubFineGrainedToken: Detector = {
  id: 'github-fine-grained-token',
  title: 'GitHub fine-grained token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_])github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}(?![A-Za-z0-9_])/g,
};
