import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Keys of the Tavily search API: `tvly-`, an optional stage, then 32 characters.
 * https://docs.tavily.com/documentation/api-reference/introduction
 */
export const tavilyKey: Detector = {
  id: 'tavily-key',
  title: 'Tavily key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_])tvly-(?:dev-|prod-)?[A-Za-z0-9_-]{32}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
