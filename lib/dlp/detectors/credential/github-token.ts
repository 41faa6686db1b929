import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Classic GitHub tokens: `ghp_`, `gho_`, `ghu_`, `ghs_` or `ghr_`, then 36 base-62 characters. Those of
 * installations may also be `ghs_`, the number of the app and a JSON Web Token.
 * https://github.blog/engineering/behind-githubs-new-authentication-token-formats/
 */
export const githubToken: Detector = {
  id: 'github-token',
  title: 'GitHub token',
  category: 'credential',
  severity: 'high',
  pattern:
    /(?<![A-Za-z0-9_])(?:gh[pousr]_[A-Za-z0-9]{36}(?![A-Za-z0-9_])|ghs_\d{1,12}_eyJ[A-Za-z0-9_-]{10,500}\.[A-Za-z0-9_-]{10,2000}\.[A-Za-z0-9_-]{16,800}(?![A-Za-z0-9_-]))/g,
  anchors: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'],
  verify: looksReal,
};
