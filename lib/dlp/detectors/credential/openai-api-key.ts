import type { Detector } from '../../types.ts';

/**
 * OpenAI keys: `sk-`, `sk-proj-`, `sk-svcacct-` or `sk-admin-`, with the marker `T3BlbkFJ` in the middle.
 * https://platform.openai.com/docs/api-reference/authentication
 */
export const openaiApiKey: Detector = {
  id: 'openai-api-key',
  title: 'OpenAI API key',
  category: 'credential',
  severity: 'critical',
  pattern:
    /(?<![A-Za-z0-9_])sk-(?:proj-|svcacct-|admin-)?[A-Za-z0-9_-]{16,140}T3BlbkFJ[A-Za-z0-9_-]{16,140}(?![A-Za-z0-9_-])/g,
};
