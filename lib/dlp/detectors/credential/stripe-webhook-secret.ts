import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Signing secrets of webhooks of Stripe and Svix.
 * https://docs.stripe.com/webhooks#verify-official-libraries
 */
export const stripeWebhookSecret: Detector = {
  id: 'stripe-webhook-secret',
  title: 'Webhook secret',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])whsec_[A-Za-z0-9+\/]{32,64}={0,2}(?![A-Za-z0-9+\/=])/g,
  verify: looksReal,
};
