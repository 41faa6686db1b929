import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/** The first part is the base64 of the bot's own id, which is a number. */
function isUserId(token: string): boolean {
  const [id = ''] = token.split('.');
  return /^\d{16,20}$/.test(
    atob(
      id
        .replaceAll('-', '+')
        .replaceAll('_', '/')
        .slice(0, id.length - (id.length % 4 === 1 ? 1 : 0)),
    ),
  );
}

/** What is no user id any more but can be nothing else: letters of both cases and digits in each part. */
function isMixed(token: string): boolean {
  const parts = token.split('.');
  return (
    looksReal(token) &&
    parts.length === 3 &&
    /\d/.test(token) &&
    /[a-z]/.test(parts[0] ?? '') &&
    /[A-Z].*[A-Z]/.test(token)
  );
}

/**
 * Bot tokens of Discord: the base64 of a user id, a time and a signature.
 * https://discord.com/developers/docs/reference#authentication
 */
export const discordToken: Detector = {
  id: 'discord-token',
  title: 'Discord bot token',
  category: 'credential',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_.-])[MNO][A-Za-z0-9_-]{23,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,38}(?![A-Za-z0-9_.-])/g,
  verify: (token) => isUserId(token) || isMixed(token),
};
