import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Deploy tokens of Clojars.
 * https://github.com/clojars/clojars-web/wiki/Deploy-Tokens
 */
export const clojarsToken: Detector = {
  id: 'clojars-token',
  title: 'Clojars token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])CLOJARS_[a-z0-9]{60}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
