import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Access tokens of Duffel.
 * https://duffel.com/docs/api/overview/making-requests/authentication
 */
export const duffelToken: Detector = {
  id: 'duffel-token',
  title: 'Duffel token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])duffel_(?:test|live)_[A-Za-z0-9_=-]{43}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
