import { Hono } from 'hono';
import { limitBody } from '../api/body.ts';
import { rateLimit } from '../api/rate-limit.ts';
import type { RateLimit } from '../api/rate-limit.ts';
import { currentSession } from '../auth/sessions.ts';
import type { Workings } from '../workings.ts';
import { access } from './access.ts';
import type { Access, RouteName } from './access.ts';
import type { ConsoleEnv, Handler } from './handler.ts';
import { listHandler } from './incidents.ts';
import { overviewHandler } from './overview.ts';
import { policyHandler } from './policy.ts';
import { requireSameSite } from './same-site.ts';
import { meHandler, signInHandler, signOutHandler } from './session.ts';
import { beginHandler, checkHandler, confirmHandler } from './setup.ts';

const maxBytes = 8 * 1024;

/** The routes below `/api`, for the console's own pages: by cookie, from the console's own origin. */
export function consolePlane(workings: Workings, isOwnOrigin: (origin: string) => boolean) {
  const handlers: Readonly<Record<RouteName, Handler>> = {
    'POST /setup/check': checkHandler(workings),
    'POST /setup/begin': beginHandler(workings),
    'POST /setup/confirm': confirmHandler(workings),
    'POST /session': signInHandler(workings),
    'GET /session': meHandler,
    'DELETE /session': signOutHandler(workings),
    'GET /overview': overviewHandler(workings),
    'GET /incidents': listHandler(workings),
    'GET /policy': policyHandler(workings),
  };
  // Each open route costs a password hash or a guess, so all of them together share one small allowance.
  const strangers = rateLimit({ burst: 20, perSecond: 2 });
  const app = new Hono<ConsoleEnv>();
  app.use(async (c, next) => {
    c.header('Cache-Control', 'no-store');
    await next();
  });
  app.use(requireSameSite(isOwnOrigin));
  app.use(limitBody(maxBytes));
  for (const [route, handler] of Object.entries(handlers)) {
    const [method = '', path = ''] = route.split(' ');
    app.on(method, path, guard(workings, access[route as RouteName], strangers), handler); // the keys of `handlers` are route names
  }
  // Deny by default: without a session a stranger does not even learn what exists.
  app.all('*', async (c) => {
    const session = await currentSession(c, workings);
    return session === undefined ? c.json({ reason: 'sign-in-needed' }, 401) : c.json({ reason: 'not-found' }, 404);
  });
  return app;
}

function guard(workings: Workings, needed: Access, strangers: RateLimit): Handler {
  return async (c, next) => {
    if (needed === 'anyone') {
      const wait = strangers.take('everyone', workings.clock());
      if (wait > 0) return c.json({ reason: 'too-many-requests' }, 429, { 'Retry-After': String(wait) });
      return next();
    }
    const session = await currentSession(c, workings);
    if (session === undefined) return c.json({ reason: 'sign-in-needed' }, 401);
    c.set('session', session);
    return next();
  };
}
