import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { randomSecret } from '../keys/key-files.ts';
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
  return { seenAfter: now - idleMilliseconds, createdAfter: now - absoluteMilliseconds };
}

export function isFresh({ provedAt }: Pick<Session, 'provedAt'>, now: number): boolean {
  return now - provedAt < freshMilliseconds;
}

/**
 * Starts a session under a new random token, whatever the browser sent before. `provedAt` is when its person last proved who they are,
 * where that was not just now. Milliseconds since 1970.
 */
export async function startSession(
  c: Context,
  { db, clock }: Workings,
  personId: string,
  provedAt = clock(),
): Promise<void> {
  const token = randomSecret();
  await addSession(db, { token, personId, browser: browserOf(c.req.header('user-agent')), now: clock(), provedAt });
  setCookie(c, cookieName, token, cookieOptions);
}

function browserOf(agent = ''): SessionBrowser {
  if (/\bEdg\//.test(agent)) return 'edge';
  if (/\bFirefox\//.test(agent)) return 'firefox';
  if (/\bChrom(e|ium)\//.test(agent)) return 'chromium';
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
