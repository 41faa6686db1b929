import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Secret keys of age: `AGE-SECRET-KEY-1` and 58 Bech32 characters.
 * https://github.com/C2SP/C2SP/blob/main/age.md
 */
export const ageSecretKey: Detector = {
  id: 'age-secret-key',
  title: 'age secret key',
  category: 'credential',
  severity: 'critical',
  pattern: /(?<![A-Za-z0-9-])AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}(?![A-Za-z0-9])/g,
  verify: looksReal,
};
