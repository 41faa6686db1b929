import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { installStateHeader } from '../../lib/contract/enrolment.ts';
import type { Workings } from '../workings.ts';
import { requireInstall } from './bearer.ts';
import type { DeviceEnv } from './bearer.ts';
import { enrolRoute } from './enrol.ts';
import { heartbeatRoute } from './heartbeat.ts';
import { incidentsRoute } from './incidents.ts';
import { createInstallStates, requireApproved, requireKnown } from './install-states.ts';
import { policyRoute } from './policy.ts';
import { rateLimit } from './rate-limit.ts';
import type { Rate } from './rate-limit.ts';
import { tokenRoute } from './token.ts';

const extensionOrigin = /^(chrome|moz)-extension:\/\/[a-z0-9-]+$/;

const defaultRate: Rate = { burst: 120, perSecond: 4 };

/** The routes below `/v1`, for browsers. By token, without cookies. */
export function devicePlane(workings: Workings, rate: Rate = defaultRate) {
  const limit = rateLimit(rate);
  const states = createInstallStates(workings);
  const install = requireInstall(workings, { limit, states });
  const enrolments = rateLimit({ burst: 200, perSecond: 50 });
  const app = new Hono<DeviceEnv>();
  app.use(
    cors({
      origin: (origin) => (extensionOrigin.test(origin) ? origin : null),
      allowMethods: ['GET', 'POST'],
      allowHeaders: ['authorization', 'content-type', 'content-encoding', 'if-none-match'],
      exposeHeaders: ['ETag', 'Retry-After', installStateHeader],
      maxAge: 600,
    }),
  );
  app.use('/enrol', async (c, next) => {
    const wait = enrolments.take('everyone', workings.clock());
    if (wait > 0) return c.json({ reason: 'too-many-requests' }, 429, { 'Retry-After': String(wait) });
    return next();
  });
  app.route('/enrol', enrolRoute(workings));
  app.route('/token', tokenRoute(workings));
  for (const path of ['/policy', '/incidents', '/heartbeat']) app.use(path, install);
  for (const path of ['/incidents', '/heartbeat']) app.use(path, requireKnown(states));
  app.use('/incidents', requireApproved(states));
  app.route('/policy', policyRoute(workings));
  app.route('/incidents', incidentsRoute(workings));
  app.route('/heartbeat', heartbeatRoute(workings));
  return app;
}
