import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Secret keys of Checkout.com: `sk_` and a UUID.
 * https://www.checkout.com/docs/developer-resources/api/manage-api-keys
 */
export const checkoutComKey: Detector = {
  id: 'checkout-com-key',
  title: 'Checkout.com key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])sk_(?:test_)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
