import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * API tokens of Scalingo.
 * https://developers.scalingo.com/tokens
 */
export const scalingoToken: Detector = {
  id: 'scalingo-token',
  title: 'Scalingo token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])tk-us-[A-Za-z0-9_-]{48}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
