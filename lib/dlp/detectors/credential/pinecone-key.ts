import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * API keys of Pinecone.
 * https://docs.pinecone.io/guides/projects/manage-api-keys
 */
export const pineconeKey: Detector = {
  id: 'pinecone-key',
  title: 'Pinecone key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])pcsk_[A-Za-z0-9]{5,6}_[A-Za-z0-9]{63}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
