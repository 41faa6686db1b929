import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Ingest and configuration keys of Honeycomb.
 * https://docs.honeycomb.io/configure/environments/manage-api-keys/
 */
export const honeycombKey: Detector = {
  id: 'honeycomb-key',
  title: 'Honeycomb key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])hc[abcx][ilc][kc]_[a-z0-9]{26,58}(?![A-Za-z0-9_-])/g,
  anchors: ['hc'],
  verify: looksReal,
};
