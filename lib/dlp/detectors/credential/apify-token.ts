import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * API tokens of Apify.
 * https://docs.apify.com/platform/integrations/api
 */
export const apifyToken: Detector = {
  id: 'apify-token',
  title: 'Apify token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])apify_api_[A-Za-z0-9]{36}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
