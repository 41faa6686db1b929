import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Tokens of Polar, of organisations and people.
 * https://polar.sh/docs/integrate/oat
 */
export const polarToken: Detector = {
  id: 'polar-token',
  title: 'Polar token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])polar_(?:oat|pat|at_o|at_u|rt_o)_[A-Za-z0-9]{37,43}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
