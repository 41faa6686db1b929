import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * API keys of Jina AI.
 * https://jina.ai/embeddings/
 */
export const jinaKey: Detector = {
  id: 'jina-key',
  title: 'Jina key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])jina_[a-zA-Z0-9_-]{60}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
