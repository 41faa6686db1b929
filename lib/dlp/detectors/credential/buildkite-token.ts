import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Tokens of Buildkite users and agents.
 * https://buildkite.com/docs/apis/managing-api-tokens
 */
export const buildkiteToken: Detector = {
  id: 'buildkite-token',
  title: 'Buildkite token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])bk(?:ua|aa|at|ct|pi|pt)_[a-z0-9]{40}(?![A-Za-z0-9_-])/g,
  anchors: ['bkua_', 'bkaa_', 'bkat_', 'bkct_', 'bkpi_', 'bkpt_'],
  verify: looksReal,
};
