import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Application, personal and service tokens of SettleMint.
 * https://console.settlemint.com/documentation/
 */
export const settlemintToken: Detector = {
  id: 'settlemint-token',
  title: 'SettleMint token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])sm_(?:aat|pat|sat)_[A-Za-z0-9]{16}(?![A-Za-z0-9_-])/g,
  anchors: ['sm_aat_', 'sm_pat_', 'sm_sat_'],
  verify: looksReal,
};
