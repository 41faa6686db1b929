import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * API keys of Postman: `PMAK-`, 24 and 34 hexadecimal digits.
 * https://learning.postman.com/docs/developer/postman-api/authentication/
 */
export const postmanKey: Detector = {
  id: 'postman-key',
  title: 'Postman key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_])PMAK-[a-f0-9]{24}-[a-f0-9]{34}(?![A-Za-z0-9])/g,
  verify: looksReal,
};
