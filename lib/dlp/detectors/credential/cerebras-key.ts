import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * API keys of Cerebras.
 * https://inference-docs.cerebras.ai/quickstart
 */
export const cerebrasKey: Detector = {
  id: 'cerebras-key',
  title: 'Cerebras key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])csk-[a-z0-9]{48}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
