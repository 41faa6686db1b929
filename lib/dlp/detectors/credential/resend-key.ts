import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * API keys of Resend.
 * https://resend.com/docs/dashboard/api-keys/introduction
 */
export const resendKey: Detector = {
  id: 'resend-key',
  title: 'Resend key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])re_[A-Za-z0-9]{8}_[A-Za-z0-9]{24}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
