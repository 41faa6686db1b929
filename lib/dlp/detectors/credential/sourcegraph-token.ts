import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Access tokens of Sourcegraph: `sgp_`, at times an instance, and 40 hexadecimal digits.
 * https://sourcegraph.com/docs/cli/how-tos/creating_an_access_token
 */
export const sourcegraphToken: Detector = {
  id: 'sourcegraph-token',
  title: 'Sourcegraph token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_])sgp_(?:(?:[a-fA-F0-9]{16}|local)_)?[a-fA-F0-9]{40}(?![A-Za-z0-9])/g,
  verify: looksReal,
};
