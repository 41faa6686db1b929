import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Personal tokens of Typeform.
 * https://www.typeform.com/developers/get-started/personal-access-token/
 */
export const typeformToken: Detector = {
  id: 'typeform-token',
  title: 'Typeform token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])tfp_[A-Za-z0-9]{40,50}_[A-Za-z0-9]{8,20}(?![A-Za-z0-9])/g,
  verify: looksReal,
};
