import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Hugging Face user access tokens: `hf_` or, for an organisation, `api_org_`, and 34 letters.
 * https://huggingface.co/docs/hub/security-tokens
 */
export const huggingfaceToken: Detector = {
  id: 'huggingface-token',
  title: 'Hugging Face token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_])(?:hf_|api_org_)[A-Za-z]{34}(?![A-Za-z0-9_])/g,
  anchors: ['hf_', 'api_org_'],
  verify: looksReal,
};
