import { Hono } from 'hono';
import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { installStateHeader } from '../../lib/contract/enrolment.ts';
import type { Shortcut } from '../listen.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { securityHeaders } from '../security-headers.ts';
import type { Workings } from '../workings.ts';
import { bearerReader, requireInstall } from './bearer.ts';
import type { DeviceEnv } from './bearer.ts';
import { blobsRoute } from './blobs.ts';
import { clientReader } from './client-address.ts';
import type { ClientOf } from './client-address.ts';
import { enrolRoute } from './enrol.ts';
import { heartbeatRoute } from './heartbeat.ts';
import { incidentsRoute } from './incidents.ts';
import { messagesRoute } from './messages.ts';
import { createInstallStates, requireApproved, requireKnown } from './install-states.ts';
import { policyReader, policyRoute } from './policy.ts';
import { policyPoll } from './policy-poll.ts';
import { rateLimit } from './rate-limit.ts';
import type { Rate } from './rate-limit.ts';
import { strangerLimit } from './stranger-limit.ts';
import type { StrangerLimit, StrangerRates } from './stranger-limit.ts';
import { tokenRoute } from './token.ts';

const extensionOrigin = /^(chrome|moz)-extension:\/\/[a-z0-9-]+$/;

const defaultRate: Rate = { burst: 120, perSecond: 4 };

/** A whole site may stand behind one address, and is rolled out in an hour. */
const enrolments: StrangerRates = { each: { burst: 200, perSecond: 50 }, all: { burst: 2_000, perSecond: 500 } };

/** A token lives twelve hours, so a site asks for them when it starts work: 100,000 browsers behind one address have theirs in 17 minutes. */
const renewals: StrangerRates = { each: { burst: 1_000, perSecond: 100 }, all: { burst: 4_000, perSecond: 1_000 } };

const exposed = ['ETag', 'Retry-After', installStateHeader];

export interface DevicePlane {
  /** The routes below `/v1`, for browsers. By token, without cookies. */
  readonly app: Hono<DeviceEnv>;
  /** Answers most polls before the routes see them. */
  readonly poll: Shortcut;
}

export interface DeviceOptions {
  readonly rate?: Rate | undefined;
  readonly metrics?: Metrics | undefined;
  readonly clientOf?: ClientOf;
  /** Where people come, known once the endpoint listens. */
  readonly publicUrl?: () => string;
}

export function devicePlane(
  workings: Workings,
  { rate = defaultRate, metrics, clientOf = clientReader(), publicUrl = () => '' }: DeviceOptions = {},
): DevicePlane {
  const bearer = bearerReader(workings);
  const limit = rateLimit(rate);
  const states = createInstallStates(workings);
  const guards = { bearer, limit, states };
  const install = requireInstall(workings, guards);
  const read = policyReader(workings);
  const strangers = { clientOf, clock: workings.clock };
  const app = new Hono<DeviceEnv>();
  app.use(
    cors({
      origin: allowedOrigin,
      allowMethods: ['GET', 'POST'],
      allowHeaders: ['authorization', 'content-type', 'content-encoding', 'if-none-match'],
      exposeHeaders: exposed,
      maxAge: 600,
    }),
  );
  app.use('/enrol', limitStrangers(strangerLimit(enrolments, strangers)));
  app.use('/token', limitStrangers(strangerLimit(renewals, strangers)));
  app.route('/enrol', enrolRoute(workings));
  app.route('/token', tokenRoute(workings));
  for (const path of ['/policy', '/blobs/*', '/incidents', '/heartbeat', '/messages/*']) app.use(path, install);
  for (const path of ['/blobs/*', '/incidents', '/heartbeat', '/messages/*']) app.use(path, requireKnown(states));
  for (const path of ['/blobs/*', '/incidents', '/messages/*']) app.use(path, requireApproved(states));
  app.route('/policy', policyRoute(read));
  app.route('/blobs', blobsRoute(workings));
  app.route('/incidents', incidentsRoute(workings));
  app.route('/heartbeat', heartbeatRoute(workings));
  app.route('/messages', messagesRoute(workings));
  const headers = (origin?: string) => ({ ...corsHeaders(origin), ...securityHeaders(publicUrl()) });
  return { app, poll: policyPoll(workings, { ...guards, read, headersFor: headers, metrics }) };
}

/** Before the body is read: whoever has no token yet may still be anybody. */
function limitStrangers(limit: StrangerLimit): MiddlewareHandler {
  return async (c, next) => {
    const wait = limit(c);
    if (wait > 0) return c.json({ reason: 'too-many-requests' }, 429, { 'Retry-After': String(wait) });
    return next();
  };
}

function allowedOrigin(origin: string): string | null {
  return extensionOrigin.test(origin) ? origin : null;
}

const always = { 'Access-Control-Expose-Headers': exposed.join(','), Vary: 'Origin' };

/** What `cors` adds to an answer. A test holds the two together. */
function corsHeaders(origin = ''): Readonly<Record<string, string>> {
  return allowedOrigin(origin) === null ? always : { ...always, 'Access-Control-Allow-Origin': origin };
}
