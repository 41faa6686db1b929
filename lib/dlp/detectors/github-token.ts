import { looksReal } from '../placeholder.ts';
import type { Detector } from '../types.ts';

/**
 * Classic GitHub tokens: `ghp_`, `gho_`, `ghu_`, `ghs_` or `ghr_`, then 36 base-62 characters.
 * https://github.blog/engineering/behind-githubs-new-authentication-token-formats/
 */
export const githubToken: Detector = {
  id: 'github-token',
  title: 'GitHub token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_])gh[pousr]_[A-Za-z0-9]{36}(?![A-Za-z0-9_])/g,
  anchors: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'],
  verify: looksReal,
};
