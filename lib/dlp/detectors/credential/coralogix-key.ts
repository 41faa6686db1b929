import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Keys of Coralogix, of a team or a user.
 * https://coralogix.com/docs/user-guides/account-management/api-keys/api-keys/
 */
export const coralogixKey: Detector = {
  id: 'coralogix-key',
  title: 'Coralogix key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])cx[tu]p_[A-Za-z0-9]{30}(?![A-Za-z0-9_-])/g,
  anchors: ['cxtp_', 'cxup_'],
  verify: looksReal,
};
