import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * API keys of Voyage AI.
 * https://docs.voyageai.com/docs/api-key-and-installation
 */
export const voyageKey: Detector = {
  id: 'voyage-key',
  title: 'Voyage AI key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])pa-[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
