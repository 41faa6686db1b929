import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * API keys of Heroku: `HRKU-` and 60 characters, or a UUID.
 * https://devcenter.heroku.com/articles/authentication
 */
export const herokuToken: Detector = {
  id: 'heroku-token',
  title: 'Heroku token',
  category: 'credential',
  severity: 'high',
  pattern:
    /(?<![A-Za-z0-9_])HRKU-(?:AA[A-Za-z0-9_-]{58}|[a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12})(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
