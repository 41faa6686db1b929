import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Access tokens and shared secrets of Shopify apps: a prefix and at least 32 characters.
 * https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens
 */
export const shopifyToken: Detector = {
  id: 'shopify-token',
  title: 'Shopify token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_])shp(?:at|ca|pa|ss)_[A-Za-z0-9]{32,64}(?![A-Za-z0-9_])/g,
  verify: looksReal,
};
