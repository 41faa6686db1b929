import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Keys of Adafruit IO: `aio_`, then 28 letters and digits.
 * https://io.adafruit.com/api/docs/#authentication
 */
export const adafruitKey: Detector = {
  id: 'adafruit-key',
  title: 'Adafruit IO key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_])aio_[A-Za-z0-9]{28}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
