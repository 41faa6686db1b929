import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Access tokens and application secrets of Square.
 * https://developer.squareup.com/docs/build-basics/access-tokens
 */
export const squareToken: Detector = {
  id: 'square-token',
  title: 'Square token',
  category: 'credential',
  severity: 'high',
  pattern:
    /(?<![A-Za-z0-9_])(?:EAAA[A-Za-z0-9_-]{60}|sq0atp-[A-Za-z0-9_-]{22}|sq0csp-[A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
