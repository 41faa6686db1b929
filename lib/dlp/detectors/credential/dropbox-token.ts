import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Short-lived tokens of Dropbox: `sl.` and a long value.
 * https://developers.dropbox.com/oauth-guide
 */
export const dropboxToken: Detector = {
  id: 'dropbox-token',
  title: 'Dropbox token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])sl\.(?:u\.)?[A-Za-z0-9_-]{130,1500}(?![A-Za-z0-9_=-])/g,
  verify: looksReal,
};
