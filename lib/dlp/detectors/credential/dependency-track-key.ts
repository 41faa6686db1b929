import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Keys of Dependency-Track: `odt_`, then 32 to 40 letters and digits, an optional public part first.
 * https://docs.dependencytrack.org/integrations/rest-api/
 */
export const dependencyTrackKey: Detector = {
  id: 'dependency-track-key',
  title: 'Dependency-Track key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_])odt_(?:[A-Za-z0-9]{8}_)?[A-Za-z0-9]{32,40}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
