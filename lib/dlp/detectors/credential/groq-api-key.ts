import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * API keys of Groq: `gsk_` and 52 base-62 characters.
 * https://console.groq.com/docs/quickstart
 */
export const groqApiKey: Detector = {
  id: 'groq-api-key',
  title: 'Groq API key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_])gsk_[A-Za-z0-9]{52}(?![A-Za-z0-9_])/g,
  verify: looksReal,
};
