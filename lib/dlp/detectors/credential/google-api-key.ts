import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Google API keys: `AIza` and 35 URL-safe characters.
 * https://cloud.google.com/docs/authentication/api-keys
 */
export const googleApiKey: Detector = {
  id: 'google-api-key',
  title: 'Google API key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_])AIza[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
