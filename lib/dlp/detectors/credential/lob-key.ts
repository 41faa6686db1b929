import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Secret and publishable keys of Lob.
 * https://docs.lob.com/#tag/Authentication
 */
export const lobKey: Detector = {
  id: 'lob-key',
  title: 'Lob key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])(?:live|test)_(?:pub_)?[0-9a-f]{31,35}(?![A-Za-z0-9_-])/g,
  anchors: ['live_', 'test_'],
  verify: looksReal,
};
