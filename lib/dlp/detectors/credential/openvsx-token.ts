import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Access tokens of Open VSX.
 * https://github.com/eclipse/openvsx/wiki/Publishing-Extensions
 */
export const openvsxToken: Detector = {
  id: 'openvsx-token',
  title: 'Open VSX token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])ovsxat_[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
