import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * npm access tokens: `npm_` and 36 base-62 characters.
 * https://docs.npmjs.com/about-access-tokens
 */
export const npmToken: Detector = {
  id: 'npm-token',
  title: 'npm token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_])npm_[A-Za-z0-9]{36}(?![A-Za-z0-9_])/g,
  verify: looksReal,
};
