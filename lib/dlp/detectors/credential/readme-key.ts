import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * API keys of ReadMe.
 * https://docs.readme.com/main/reference/intro/authentication
 */
export const readmeKey: Detector = {
  id: 'readme-key',
  title: 'ReadMe key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])rdme_[a-z0-9]{70}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
