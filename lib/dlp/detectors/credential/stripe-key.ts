import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Stripe secret and restricted keys, live and test.
 * https://docs.stripe.com/keys
 */
export const stripeKey: Detector = {
  id: 'stripe-key',
  title: 'Stripe key',
  category: 'credential',
  severity: 'critical',
  pattern: /(?<![A-Za-z0-9_])(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{16,200}(?![A-Za-z0-9_])/g,
  verify: looksReal,
};
