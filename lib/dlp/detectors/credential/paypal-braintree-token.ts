import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Access tokens of Braintree: the environment, a merchant and a secret.
 * https://developer.paypal.com/braintree/docs/guides/extend/oauth/access-tokens
 */
export const paypalBraintreeToken: Detector = {
  id: 'paypal-braintree-token',
  title: 'Braintree token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])access_token\$(?:production|sandbox)\$[0-9a-z]{16}\$[0-9a-f]{32}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
