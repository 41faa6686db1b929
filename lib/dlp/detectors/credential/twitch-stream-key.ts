import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Stream keys of Twitch: `live_`, the number of the channel, then 30 letters and digits.
 * https://help.twitch.tv/s/article/twitch-stream-key-faq
 */
export const twitchStreamKey: Detector = {
  id: 'twitch-stream-key',
  title: 'Twitch stream key',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_])live_\d{6,12}_[A-Za-z0-9]{30}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
