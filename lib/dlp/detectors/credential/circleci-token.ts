import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Personal and project tokens of CircleCI.
 * https://circleci.com/docs/managing-api-tokens/
 */
export const circleciToken: Detector = {
  id: 'circleci-token',
  title: 'CircleCI token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])CCI(?:PAT|PRJ)_[A-Za-z0-9]{22}_[0-9a-f]{40}(?![A-Za-z0-9_-])/g,
  anchors: ['ccipat_', 'cciprj_'],
  verify: looksReal,
};
