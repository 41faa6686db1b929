import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Developer tokens of Frame.io.
 * https://developer.frame.io/docs/getting-started/authentication
 */
export const frameioToken: Detector = {
  id: 'frameio-token',
  title: 'Frame.io token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])fio-u-[A-Za-z0-9_=-]{64}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
