import type { Detector } from '../../types.ts';

/**
 * Anthropic keys: `sk-ant-`, kind and version, then 93 to 110 URL-safe characters.
 * https://docs.anthropic.com/en/api/overview
 */
export const anthropicApiKey: Detector = {
  id: 'anthropic-api-key',
  title: 'Anthropic API key',
  category: 'credential',
  severity: 'critical',
  pattern: /(?<![A-Za-z0-9_])sk-ant-(?:api|admin|sid|oat)\d\d-[A-Za-z0-9_-]{80,120}(?![A-Za-z0-9_-])/g,
};
