import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * API tokens of Shippo.
 * https://docs.goshippo.com/docs/guides_general/authentication/
 */
export const shippoToken: Detector = {
  id: 'shippo-token',
  title: 'Shippo token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])shippo_(?:live|test)_[0-9a-f]{40}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
