import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Personal tokens of Netlify.
 * https://docs.netlify.com/api/get-started/
 */
export const netlifyToken: Detector = {
  id: 'netlify-token',
  title: 'Netlify token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])nfp_[A-Za-z0-9_]{36}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
