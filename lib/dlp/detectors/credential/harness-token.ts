import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Personal and service tokens of Harness: an account, an id and a secret.
 * https://developer.harness.io/docs/platform/automation/api/add-and-manage-api-keys/
 */
export const harnessToken: Detector = {
  id: 'harness-token',
  title: 'Harness token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])[ps]at\.[A-Za-z0-9_-]{22}\.[0-9a-f]{24}\.[A-Za-z0-9]{20}(?![A-Za-z0-9_-])/g,
  anchors: ['pat.', 'sat.'],
  verify: looksReal,
};
