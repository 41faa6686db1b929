import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Keys of Flutterwave: FLWSECK, FLWPUBK or FLWSECK_TEST, a dash and hexadecimal digits.
 * https://developer.flutterwave.com/docs/authentication
 */
export const flutterwaveKey: Detector = {
  id: 'flutterwave-key',
  title: 'Flutterwave key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_])FLWSECK(?:_TEST)?-[0-9a-zA-Z]{12,32}(?:-X)?(?![A-Za-z0-9_])/g,
  verify: looksReal,
};
