import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Secret keys of CockroachDB Cloud.
 * https://www.cockroachlabs.com/docs/cockroachcloud/managing-access
 */
export const cockroachKey: Detector = {
  id: 'cockroach-key',
  title: 'CockroachDB Cloud key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])CCDB1_[A-Za-z0-9]{22}_[A-Za-z0-9]{40}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
