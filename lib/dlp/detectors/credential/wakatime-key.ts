import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * API keys of WakaTime: `waka_` and a UUID.
 * https://wakatime.com/developers
 */
export const wakatimeKey: Detector = {
  id: 'wakatime-key',
  title: 'WakaTime key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])waka_(?:tok_)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
