import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Personal and organisation access tokens of Docker.
 * https://docs.docker.com/security/access-tokens/
 */
export const dockerToken: Detector = {
  id: 'docker-token',
  title: 'Docker token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_])dckr_(?:pat|oat)_[A-Za-z0-9_-]{27,40}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
