import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Tokens of Dynatrace: `dt0c01`, a public part and a secret one.
 * https://docs.dynatrace.com/docs/dynatrace-api/basics/dynatrace-api-authentication
 */
export const dynatraceToken: Detector = {
  id: 'dynatrace-token',
  title: 'Dynatrace token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])dt0[a-z]\d\d\.[A-Z0-9]{24}\.[A-Z0-9]{64}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
