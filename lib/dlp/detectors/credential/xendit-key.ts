import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Secret keys of Xendit.
 * https://docs.xendit.co/docs/authentication
 */
export const xenditKey: Detector = {
  id: 'xendit-key',
  title: 'Xendit key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])xnd_(?:production|development)_[A-Za-z0-9]{48,80}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
