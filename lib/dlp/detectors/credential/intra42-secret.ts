import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Client secrets of the 42 intranet: s-s4t2, two letters, 64 hexadecimal digits.
 * https://api.intra.42.fr/apidoc/guides/getting_started
 */
export const intra42Secret: Detector = {
  id: 'intra42-secret',
  title: '42 intranet secret',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-])s-s4t2(?:ud|af)-[0-9a-f]{64}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
