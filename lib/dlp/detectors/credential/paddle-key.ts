import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * API keys of Paddle.
 * https://developer.paddle.com/api-reference/about/api-keys
 */
export const paddleKey: Detector = {
  id: 'paddle-key',
  title: 'Paddle key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])pdl_(?:live|sdbx)_apikey_[a-z0-9]{26}_[A-Za-z0-9]{22}_[A-Za-z0-9]{3}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
