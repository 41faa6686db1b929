import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Tokens of Ionic Appflow.
 * https://ionic.io/docs/appflow
 */
export const ionicToken: Detector = {
  id: 'ionic-token',
  title: 'Ionic token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])ion_[a-z0-9]{42}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
