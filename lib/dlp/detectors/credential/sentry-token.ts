import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * User and organisation tokens of Sentry.
 * https://docs.sentry.io/account/auth-tokens/
 */
export const sentryToken: Detector = {
  id: 'sentry-token',
  title: 'Sentry token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_])(?:sntryu_[a-f0-9]{64}|sntrys_[A-Za-z0-9+\/=_-]{80,400})(?![A-Za-z0-9+\/=_-])/g,
  verify: looksReal,
};
