import { Hono } from 'hono';
import { limitBody } from '../api/body.ts';
import { clientReader } from '../api/client-address.ts';
import type { ClientOf } from '../api/client-address.ts';
import { strangerLimit } from '../api/stranger-limit.ts';
import type { StrangerLimit, StrangerRates } from '../api/stranger-limit.ts';
import type { OwnSite } from '../auth/own-site.ts';
import { currentSession, isFresh } from '../auth/sessions.ts';
import { findApiKey } from '../store/api-keys.ts';
import type { Workings } from '../workings.ts';
import { access } from './access.ts';
import type { Access, RouteName } from './access.ts';
import { mostUploadBytes } from './dictionaries.ts';
import type { Caller, ConsoleContext, ConsoleEnv, Handler } from './handler.ts';
import { handlersOf } from './handlers.ts';
import { requireSameSite } from './same-site.ts';

/** The largest body of a route, in bytes. A few take more than the rest: a policy has its lists, a sink its certificates. */
const usualBytes = 8 * 1024;
const largeBodies: Readonly<Partial<Record<RouteName, number>>> = {
  'POST /dictionaries': mostUploadBytes,
  'POST /proposals': 3 * 1024 * 1024,
  'POST /policies': 3 * 1024 * 1024,
  'POST /passkey': 24 * 1024,
  'POST /passkeys': 24 * 1024,
  'POST /session/proof/passkey': 24 * 1024,
  'POST /erasure/lookup': 32 * 1024,
  'POST /erasure': 32 * 1024,
  'PUT /devices': 600 * 1024,
  'POST /sinks': 128 * 1024,
  'PUT /sinks/:id': 128 * 1024,
  'POST /alert-destinations': 128 * 1024,
  'PUT /alert-destinations/:id': 128 * 1024,
};

/** Each open route costs a password hash or a guess. */
const openRoutes: StrangerRates = { each: { burst: 20, perSecond: 2 }, all: { burst: 400, perSecond: 40 } };

export interface ConsoleOptions extends OwnSite {
  readonly clientOf?: ClientOf;
}

/** The routes below `/api`: for the console's own pages by cookie, for programs by key. */
export function consolePlane(workings: Workings, { clientOf = clientReader(), ...site }: ConsoleOptions) {
  const handlers = handlersOf(workings, site);
  const strangers = strangerLimit(openRoutes, { clientOf, clock: workings.clock });
  const app = new Hono<ConsoleEnv>();
  app.use(async (c, next) => {
    c.header('Cache-Control', 'no-store');
    await next();
  });
  app.use(requireSameSite(site.isOwnOrigin));
  for (const [route, handler] of Object.entries(handlers)) {
    const [method = '', path = ''] = route.split(' ');
    const name = route as RouteName; // the keys of `handlers` are route names
    // Nothing is read of a body before it is known who sends it.
    app.on(method, path, guard(workings, access[name], strangers), limitBody(largeBodies[name] ?? usualBytes), handler);
  }
  // Deny by default: without a session a stranger does not even learn what exists.
  app.all('*', async (c) => {
    const caller = await callerOf(c, workings);
    return caller === undefined ? c.json({ reason: 'sign-in-needed' }, 401) : c.json({ reason: 'not-found' }, 404);
  });
  return app;
}

function guard(workings: Workings, needed: Access, strangers: StrangerLimit): Handler {
  return async (c, next) => {
    c.set('auditAction', needed.audit);
    if (needed.who === 'anyone') {
      const wait = strangers(c);
      if (wait > 0) return c.json({ reason: 'too-many-requests' }, 429, { 'Retry-After': String(wait) });
      return next();
    }
    const caller = await callerOf(c, workings, needed);
    if (caller === undefined) return c.json({ reason: 'sign-in-needed' }, 401);
    if (caller === 'refused') return c.json({ reason: 'role-refused' }, 403);
    // A program has no screen that could be left unlocked; its key was made under a fresh proof.
    if (needed.fresh && caller.kind === 'person' && !isFresh(caller.session, workings.clock()))
      return c.json({ reason: 'proof-needed' }, 403);
    c.set('caller', caller);
    return next();
  };
}

/** Who calls; `refused` when it is somebody who may not. A key that was sent is never ignored in favour of a cookie. */
async function callerOf(
  c: ConsoleContext,
  workings: Workings,
  needed?: Access,
): Promise<Caller | 'refused' | undefined> {
  const header = c.req.header('authorization');
  if (header !== undefined) {
    const key = /^Bearer ([\w-]{43})$/.exec(header)?.[1];
    const known = key === undefined ? undefined : await findApiKey(workings.db, key, workings.clock());
    if (known === undefined) return undefined;
    // No more than its maker may do themselves.
    const makerMay = needed?.who !== 'anyone' && needed?.who.some((role) => known.maker_roles.includes(role)) === true;
    const may = makerMay && needed.service !== undefined && known.scopes.includes(needed.service);
    return may ? { kind: 'program', name: `key ${known.title}` } : 'refused';
  }
  const session = await currentSession(c, workings);
  if (session === undefined) return undefined;
  const may =
    needed === undefined || (needed.who !== 'anyone' && needed.who.some((role) => session.roles.includes(role)));
  return may ? { kind: 'person', name: session.name, session } : 'refused';
}
