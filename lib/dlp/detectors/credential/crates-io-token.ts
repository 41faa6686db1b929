import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Tokens of crates.io: `cio` and 32 letters and digits.
 * https://doc.rust-lang.org/cargo/reference/publishing.html
 */
export const cratesIoToken: Detector = {
  id: 'crates-io-token',
  title: 'crates.io token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])cio[A-Za-z0-9]{32}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
