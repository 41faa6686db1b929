import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Keys of OneSignal apps and organisations.
 * https://documentation.onesignal.com/docs/keys-and-ids
 */
export const onesignalKey: Detector = {
  id: 'onesignal-key',
  title: 'OneSignal key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])os_v2_(?:app|org)_[a-z2-7]{103}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
