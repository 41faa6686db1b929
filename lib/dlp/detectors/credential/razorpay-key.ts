import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Key ids of Razorpay.
 * https://razorpay.com/docs/payments/dashboard/account-settings/api-keys/
 */
export const razorpayKey: Detector = {
  id: 'razorpay-key',
  title: 'Razorpay key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])rzp_(?:live|test)_[A-Za-z0-9]{14}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
