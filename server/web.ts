import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { routePath } from 'hono/route';
import type { BlockList } from 'node:net';
import { clientReader } from './api/client-address.ts';
import { devicePlane } from './api/device-plane.ts';
import type { Rate } from './api/rate-limit.ts';
import type { OwnSite } from './auth/own-site.ts';
import { consolePlane } from './console-api/console-plane.ts';
import { consolePages } from './console-pages.ts';
import { measure } from './metrics/measure.ts';
import type { Metrics } from './metrics/metrics.ts';
import { openApiRoute } from './openapi.ts';
import { errorCode } from './problem.ts';
import { securityHeaders } from './security-headers.ts';
import { DatabaseAway } from './store/database.ts';
import type { Workings } from './workings.ts';

export interface WebOptions extends OwnSite {
  /** The folder of the built console. */
  readonly consoleDir: string;
  readonly deviceRate?: Rate | undefined;
  readonly metrics?: Metrics | undefined;
  readonly trustedProxies?: BlockList | undefined;
  /** Aborts when the endpoint is about to stop: it answers, but wants no more visitors. */
  readonly ending?: AbortSignal | undefined;
}

/** The whole of what the endpoint serves: devices below `/v1`, the console's calls below `/api`, its pages, and health. */
export function createWeb(workings: Workings, options: WebOptions) {
  const { consoleDir, deviceRate, metrics, trustedProxies, ending, ...site } = options;
  const clientOf = clientReader(trustedProxies);
  const app = new Hono();
  if (metrics !== undefined) app.use(measure(metrics));
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(securityHeaders(site.publicUrl()))) c.header(name, value);
  });
  app.get('/healthz', (c) => c.json({ ok: true }));
  const ready = readiness(workings);
  app.get('/readyz', async (c) => {
    if (ending?.aborted === true) return c.json({ reason: 'ending' }, 503);
    await ready();
    return c.json({ ok: true });
  });
  const devices = devicePlane(workings, { rate: deviceRate, metrics, clientOf, publicUrl: site.publicUrl });
  app.route('/v1', devices.app);
  app.route('/api', consolePlane(workings, { ...site, clientOf }));
  app.route('/openapi.json', openApiRoute());
  app.route('/', consolePages(consoleDir));
  app.notFound((c) => c.json({ reason: 'not-found' }, 404));
  app.onError((error, c) => {
    if (error instanceof DatabaseAway || isSqlState(errorCode(error))) metrics?.databaseError();
    if (error instanceof DatabaseAway) return c.json({ reason: 'database-away' }, 503, { 'Retry-After': '5' });
    if (error instanceof HTTPException) return c.json({ reason: 'bad-request' }, error.status);
    // The name of an error is one of ours or the runtime's; its message could hold what was sent.
    workings.log('request-failed', { error: error.name, path: routePath(c) });
    return c.json({ reason: 'internal' }, 500);
  });
  return Object.assign(app, { shortcut: devices.poll });
}

const readyMilliseconds = 1_000;

/** Throws what the database threw. It is asked once a second at most, because anybody may ask here, as often as they like. */
function readiness({ db, clock }: Workings): () => Promise<unknown> {
  let kept: { readonly at: number; readonly answer: Promise<unknown> } | undefined;
  return () => {
    const at = clock();
    if (kept === undefined || Math.abs(at - kept.at) >= readyMilliseconds)
      kept = { at, answer: db.query('SELECT 1 AS ready') };
    return kept.answer;
  };
}

/** Five digits or capitals that the database gives. https://www.postgresql.org/docs/current/errcodes-appendix.html */
function isSqlState(code: string): boolean {
  return /^[0-9A-Z]{5}$/.test(code) && /\d/.test(code);
}
