import type { Detector } from '../../types.ts';

/**
 * Licence keys of New Relic: 40 characters that end in NRAL.
 * https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/#license-key
 */
export const newRelicLicense: Detector = {
  id: 'new-relic-license',
  title: 'New Relic licence key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])(?:eu01xx)?[0-9a-f]{24,36}(?:FFFF)?NRAL(?![A-Za-z0-9])/g,
  verify: (key) => new Set(key.slice(0, -4)).size >= 8,
};
