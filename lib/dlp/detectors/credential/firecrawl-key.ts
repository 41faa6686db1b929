import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * API keys of Firecrawl.
 * https://docs.firecrawl.dev/introduction
 */
export const firecrawlKey: Detector = {
  id: 'firecrawl-key',
  title: 'Firecrawl key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])fc-[0-9a-f]{32}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
