import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Ask } from '../bridge/wire.ts';
import { call } from '../messaging/client.ts';
import type { Ticket } from '../messaging/contract.ts';
import { policyVersion } from '../policy/in-force.ts';
import { digestOf } from '../sites/chatgpt/bytes.ts';
import { ticketUrl } from '../sites/chatgpt/hosts.ts';
import { bytesOf } from '../sites/chatgpt/outgoing.ts';
import type { CallKind } from '../sites/types.ts';
import { showNotice } from './notice.ts';
import type { Session } from './session.ts';

/** Kinds whose release is announced to the network gate. */
const ticketedKinds: ReadonlySet<CallKind> = new Set<CallKind>(['prompt', 'upload', 'content', 'audio', 'unknown']);

/** Of requests by other methods Chromium shows no body to the network gate, not even that there is none. */
const shownMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT']);

/**
 * Frames meet no network gate, and a call without a body has nothing that a ticket could let pass. Of bytes that are no text, packed
 * telemetry among them, the network gate hears from the ticket alone.
 */
export function isAnnounced({ way, wait, kind, method }: Ask, callKind: CallKind): boolean {
  if (way === 'socket' || way === 'channel' || !wait) return false;
  if (!shownMethods.has(method)) return true;
  if (kind === 'none') return false;
  return kind === 'bytes' || ticketedKinds.has(callKind);
}

/**
 * The network gate reads a short JSON text by itself, and lets it pass where it is as clean as it was here. That it is there and judges
 * by the same policy is all that it must have said: what was allowed, rewritten or cannot be read needs a ticket.
 */
export function isKnownToPass(
  { kind, type, body, method }: Ask,
  { networkWord, inForce }: Session,
): boolean | Promise<boolean> {
  const current = inForce();
  const isRead =
    method === 'POST' && kind === 'text' && type.startsWith('application/json') && body.length <= shortBody;
  return isRead && current !== undefined && networkWord.isGiven(policyVersion(current));
}

/** Bytes that are hashed here and now. */
const shortBody = 65_536;

type Announced = Pick<Ask, 'url' | 'method' | 'kind' | 'body'>;

/** Announces a release to ring 3 and waits for its word; without it nothing goes on. */
export async function announce(ask: Announced, verdict: Ticket['verdict'], session: Session): Promise<boolean> {
  const inForce = session.inForce();
  const bytes = bytesOf(ask);
  const filed = await call('ticket.file', {
    url: ticketUrl(ask.url),
    method: ask.method,
    length: bytes.length,
    // Asking the browser for it costs more than a short one is worth: the person is waiting.
    digest: bytes.length <= shortBody ? bytesToHex(sha256(bytes)) : await digestOf(bytes),
    verdict,
    policy: inForce ? policyVersion(inForce) : '0.0',
  });
  if (!filed.ok)
    showNotice('Sluice could not reach its own service, so nothing was sent. Reload the page and try again.');
  return filed.ok;
}
