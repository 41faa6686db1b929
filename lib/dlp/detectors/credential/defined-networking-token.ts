import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * API tokens of Defined Networking.
 * https://docs.defined.net/guides/api-tokens/
 */
export const definedNetworkingToken: Detector = {
  id: 'defined-networking-token',
  title: 'Defined Networking token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])dnkey-[A-Za-z0-9_=-]{26}-[A-Za-z0-9_=-]{52}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
