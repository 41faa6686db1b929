import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Personal, OAuth and refresh tokens of DigitalOcean: a versioned prefix and 64 hexadecimal digits.
 * https://docs.digitalocean.com/reference/api/create-personal-access-token/
 */
export const digitaloceanToken: Detector = {
  id: 'digitalocean-token',
  title: 'DigitalOcean token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_])do[opr]_v1_[a-f0-9]{64}(?![A-Za-z0-9])/g,
  verify: looksReal,
};
