import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Private keys of Mailgun: `key-`, then 32 hexadecimal digits.
 * https://documentation.mailgun.com/docs/mailgun/user-manual/api-key-mgmt/rbac-mgmt
 */
export const mailgunKey: Detector = {
  id: 'mailgun-key',
  title: 'Mailgun key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-])key-[a-f0-9]{32}(?![A-Za-z0-9_-])/g,
  anchors: ['key-'],
  verify: looksReal,
};
