import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Tokens of Ubidots: `BBFF-` or `BBUS-` and 30 letters and digits.
 * https://docs.ubidots.com/v1.6/reference/authentication
 */
export const ubidotsToken: Detector = {
  id: 'ubidots-token',
  title: 'Ubidots token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])BB(?:FF|US)-[A-Za-z0-9]{30}(?![A-Za-z0-9_-])/g,
  anchors: ['bbff-', 'bbus-'],
  verify: looksReal,
};
