import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Secret keys of 1Password accounts: `A3-` and groups of letters and digits.
 * https://support.1password.com/secret-key-security/
 */
export const onePasswordKey: Detector = {
  id: 'one-password-key',
  title: '1Password secret key',
  category: 'credential',
  severity: 'critical',
  pattern:
    /(?<![A-Za-z0-9-])A3-[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}(?![A-Za-z0-9-])/g,
  verify: looksReal,
};
