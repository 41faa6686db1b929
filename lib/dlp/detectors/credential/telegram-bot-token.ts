import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Telegram bot tokens: the bot id, a colon, `A` and 34 characters. The `A` is not documented, so beside the name of the service any
 * letter may stand there.
 * https://core.telegram.org/bots/features#botfather
 */
export const telegramBotToken: Detector = {
  id: 'telegram-bot-token',
  title: 'Telegram bot token',
  category: 'credential',
  severity: 'high',
  pattern:
    /(?<![A-Za-z0-9_])\d{5,16}:A(?:[A-Za-z0-9_-]{34}|A[A-Za-z0-9_-]{32})(?![A-Za-z0-9_-])|(?:[Tt]elegram|TELEGRAM|tgram:)[^\n\d]{0,32}(?<secret>\d{8,12}:[A-Za-z0-9_-]{35})(?![A-Za-z0-9_-])/g,
  anchors: [':a', 'telegram', 'tgram:'],
  verify: looksReal,
};
