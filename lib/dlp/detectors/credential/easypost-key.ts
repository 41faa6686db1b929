import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Production and test keys of EasyPost: `EZAK` or `EZTK` and 54 base-62 characters.
 * https://docs.easypost.com/docs/authentication
 */
export const easypostKey: Detector = {
  id: 'easypost-key',
  title: 'EasyPost key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_])EZ[AT]K[A-Za-z0-9]{54}(?![A-Za-z0-9_])/g,
  anchors: ['ezak', 'eztk'],
  verify: looksReal,
};
