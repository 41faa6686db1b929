import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Webhooks of Discord: whoever has the address can post.
 * https://discord.com/developers/docs/resources/webhook
 */
export const discordWebhook: Detector = {
  id: 'discord-webhook',
  title: 'Discord webhook',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_])discord(?:app)?\.com\/api\/webhooks\/\d{17,20}\/[A-Za-z0-9_-]{60,80}(?![A-Za-z0-9_-])/g,
  verify: looksReal,
};
