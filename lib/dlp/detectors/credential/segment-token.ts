import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Public API tokens of Segment: `sgp_` and 64 letters and digits.
 * https://docs.segmentapis.com/tag/Getting-Started
 */
export const segmentToken: Detector = {
  id: 'segment-token',
  title: 'Segment token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])sgp_[A-Za-z0-9]{64}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
