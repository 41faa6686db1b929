import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Secrets of Stytch projects.
 * https://stytch.com/docs/api/authentication
 */
export const stytchSecret: Detector = {
  id: 'stytch-secret',
  title: 'Stytch secret',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])secret-(?:live|test)-[A-Za-z0-9_-]{36}=(?![A-Za-z0-9])/g,
  verify: looksReal,
};
