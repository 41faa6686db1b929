import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Client ids and secrets of Ramp.
 * https://docs.ramp.com/developer-api/v1/authorization
 */
export const rampKey: Detector = {
  id: 'ramp-key',
  title: 'Ramp key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])ramp_(?:id|sec)_[A-Za-z0-9]{40,48}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
