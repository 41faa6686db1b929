import type { Detector } from '../types.ts';

/**
 * Telegram bot tokens: the bot id, a colon, `AA` and 33 characters.
 * https://core.telegram.org/bots/features#botfather
 */
export const telegramBotToken: Detector = {
  id: 'telegram-bot-token',
  title: 'Telegram bot token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_])\d{8,10}:AA[A-Za-z0-9_-]{33}(?![A-Za-z0-9_-])/g,
  anchors: [':aa'],
};
