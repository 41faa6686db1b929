import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * API keys of Perplexity: `pplx-` and 48 to 56 base-62 characters.
 * https://docs.perplexity.ai/getting-started/quickstart
 */
export const perplexityApiKey: Detector = {
  id: 'perplexity-api-key',
  title: 'Perplexity API key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_])pplx-[A-Za-z0-9]{48,56}(?![A-Za-z0-9_])/g,
  verify: looksReal,
};
