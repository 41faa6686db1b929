import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * API keys of OpenRouter: `sk-or-v1-` and 64 hexadecimal digits.
 * https://openrouter.ai/docs/api-reference/authentication
 */
export const openrouterApiKey: Detector = {
  id: 'openrouter-api-key',
  title: 'OpenRouter API key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_])sk-or-v1-[a-f0-9]{64}(?![A-Za-z0-9])/g,
  verify: looksReal,
};
