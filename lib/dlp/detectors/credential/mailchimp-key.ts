import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * API keys of Mailchimp: 32 hexadecimal digits and the data centre.
 * https://mailchimp.com/developer/marketing/docs/fundamentals/
 */
export const mailchimpKey: Detector = {
  id: 'mailchimp-key',
  title: 'Mailchimp key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-])[0-9a-f]{32}-us\d{1,2}(?![A-Za-z0-9_-])/g,
  anchors: ['-us'],
  verify: looksReal,
};
