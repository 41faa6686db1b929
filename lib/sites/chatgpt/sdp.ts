import type { CallRule } from '../types.ts';

/**
 * Lines of a connection's description in which the browser puts what it makes up anew for each: ICE credentials (RFC 8839, 5.4; browsers
 * make 4 or 8 and 24 or 32 characters) and the fingerprint of a certificate (RFC 8122, 5).
 */
const madeUp =
  /^a=(?:ice-ufrag:[A-Za-z0-9+/]{4,8}|ice-pwd:[A-Za-z0-9+/]{22,32}|fingerprint:sha-\d{1,3} (?:[0-9A-Fa-f]{2}:){19,63}[0-9A-Fa-f]{2})\r?$/gm;

/** True for a call in which the page describes the connection of a voice conversation, in a form or by itself. */
export function hasDescription({ id }: CallRule): boolean {
  return id === 'realtime';
}

/** A text of such a call without what the browser made up: a password among it is nobody's. */
export function withoutMadeUp(text: string): string {
  return text.replace(madeUp, '');
}
