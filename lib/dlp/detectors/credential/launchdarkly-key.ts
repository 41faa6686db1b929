import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Server SDK keys and API tokens of LaunchDarkly.
 * https://launchdarkly.com/docs/home/account/environment/keys
 */
export const launchdarklyKey: Detector = {
  id: 'launchdarkly-key',
  title: 'LaunchDarkly key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])(?:sdk|api)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![A-Za-z0-9_-])/g,
  anchors: ['sdk-', 'api-'],
  verify: looksReal,
};
