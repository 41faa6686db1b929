import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * API keys of StackHawk.
 * https://docs.stackhawk.com/apidocs.html
 */
export const stackhawkKey: Detector = {
  id: 'stackhawk-key',
  title: 'StackHawk key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])hawk\.[A-Za-z0-9_-]{20}\.[A-Za-z0-9_-]{20}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
