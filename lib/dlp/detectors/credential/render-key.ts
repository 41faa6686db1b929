import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * API keys of Render.
 * https://render.com/docs/api
 */
export const renderKey: Detector = {
  id: 'render-key',
  title: 'Render key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])rnd_[A-Za-z0-9]{28,32}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
