import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * API keys of xAI.
 * https://docs.x.ai/docs/overview
 */
export const xaiApiKey: Detector = {
  id: 'xai-api-key',
  title: 'xAI key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])xai-[A-Za-z0-9]{80}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
