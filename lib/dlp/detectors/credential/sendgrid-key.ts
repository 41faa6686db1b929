import type { Detector } from '../../types.ts';

/**
 * SendGrid keys: `SG.`, 22 characters, a dot, 43 characters.
 * https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys
 */
export const sendgridKey: Detector = {
  id: 'sendgrid-key',
  title: 'SendGrid key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_])SG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])/g,
  anchors: ['sg.'],
};
