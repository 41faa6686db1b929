import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * API and SMTP keys of Brevo, formerly Sendinblue.
 * https://developers.brevo.com/docs/getting-started
 */
export const brevoKey: Detector = {
  id: 'brevo-key',
  title: 'Brevo key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])x(?:key|smtp)sib-[0-9a-f]{64}-[A-Za-z0-9]{16}(?![A-Za-z0-9_-])/g,
  anchors: ['xkeysib-', 'xsmtpsib-'],
  verify: looksReal,
};
