import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Tokens of Private Packagist.
 * https://packagist.com/docs/api
 */
export const packagistToken: Detector = {
  id: 'packagist-token',
  title: 'Packagist token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])packagist_(?:ack|or[ru]t|u[ru]t|out)_[0-9a-f]{68}(?![A-Za-z0-9_-])/g,
  anchors: ['packagist_'],
  verify: looksReal,
};
