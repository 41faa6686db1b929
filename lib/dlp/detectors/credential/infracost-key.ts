import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * API keys of Infracost.
 * https://www.infracost.io/docs/
 */
export const infracostKey: Detector = {
  id: 'infracost-key',
  title: 'Infracost key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])ico-[A-Za-z0-9]{32}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
