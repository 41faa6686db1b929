import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { randomSecret } from '../keys/key-files.ts';
import type { Person } from '../store/people.ts';
import { addSession, endSession, findSession, touchSession } from '../store/sessions.ts';
import type { Session, SessionLimits } from '../store/sessions.ts';
import type { SessionBrowser } from '../vocabulary.ts';
import type { Workings } from '../workings.ts';

/** With its prefix `__Host-sluice`: bound to this very host, and sent over https or to this machine only. */
const cookieName = 'sluice';
const cookieOptions = { prefix: 'host', path: '/', secure: true, httpOnly: true, sameSite: 'Strict' } as const;

const idleMilliseconds = 30 * 60_000;
const absoluteMilliseconds = 12 * 3_600_000;
/** How far behind the stored time of the last request may be. */
const touchMilliseconds = 60_000;
/** How long a proof of who somebody is counts for what must not happen by an unlocked screen. */
const freshMilliseconds = 10 * 60_000;

export function sessionLimits(now: number): SessionLimits {
  return {
    seenAfter: now - idleMilliseconds,
    createdAfter: now - absoluteMilliseconds,
    createdBefore: now + touchMilliseconds, // clocks of several processes differ a little
  };
}

export function isFresh({ provedAt }: Pick<Session, 'provedAt'>, now: number): boolean {
  return Math.abs(now - provedAt) < freshMilliseconds; // a proof from the future: the clock went back
}

/**
 * Starts a session under a new random token, whatever the browser sent before. `false` when the person may not any more. `provedAt` is
 * when they last proved who they are, where that was not just now. Milliseconds since 1970.
 */
export async function startSession(
  c: Context,
  { db, clock }: Workings,
  person: Pick<Person, 'id' | 'sealedSecret'>,
  provedAt = clock(),
): Promise<boolean> {
  const token = randomSecret();
  const browser = browserOf(c.req.header('user-agent'));
  const isAdded = await addSession(db, { token, person, browser, now: clock(), provedAt });
  if (isAdded) setCookie(c, cookieName, token, cookieOptions);
  return isAdded;
}

function browserOf(agent = ''): SessionBrowser {
  if (/\bEdg\//.test(agent)) return 'edge';
  if (/\bFirefox\//.test(agent)) return 'firefox';
  if (/Chrom(e|ium)\//.test(agent)) return 'chromium';
  return /\bSafari\//.test(agent) ? 'safari' : 'other';
}

export async function currentSession(c: Context, { db, clock }: Workings): Promise<Session | undefined> {
  const token = getCookie(c, cookieName, 'host');
  if (token === undefined) return undefined;
  const now = clock();
  const session = await findSession(db, token, sessionLimits(now));
  if (session !== undefined && session.seenAt < now - touchMilliseconds) await touchSession(db, token, now);
  return session;
}

export async function leaveSession(c: Context, { db }: Workings): Promise<void> {
  const token = getCookie(c, cookieName, 'host');
  if (token !== undefined) await endSession(db, token);
  deleteCookie(c, cookieName, cookieOptions);
}
