import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Personal access tokens of Asana: a version, ids and 32 hexadecimal characters.
 * https://developers.asana.com/docs/personal-access-token
 */
export const asanaToken: Detector = {
  id: 'asana-token',
  title: 'Asana token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])[12]\/\d{15,16}(?:\/\d{15,16})?:[0-9a-f]{32}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
