import { Hono } from 'hono';
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { DeviceEnv } from '../api/bearer.ts';
import type { Metrics } from './metrics.ts';

/** Counts what passes. A route is its pattern, and all that no route knows is one word: nobody can make up a label. */
export function measure(metrics: Metrics): MiddlewareHandler<DeviceEnv> {
  return async (c, next) => {
    const start = performance.now();
    await next();
    const { status } = c.res;
    const pattern = routePath(c); // of the handler that answered
    const route = status === 404 || pattern.includes('*') ? 'other' : pattern;
    metrics.request(route, status, (performance.now() - start) / 1_000);
    const entries = c.get('entriesTaken');
    if (entries === undefined || status !== 200) return;
    metrics.ingested(entries);
    for (const { reason } of c.get('entriesRejected') ?? []) metrics.rejected(reason);
  };
}

/** `GET /metrics` on a listener of its own, so that no browser reaches it. */
export function metricsPage(metrics: Metrics) {
  const type = 'text/plain; version=0.0.4; charset=utf-8';
  return new Hono().get('/metrics', async (c) => c.body(await metrics.text(), 200, { 'Content-Type': type }));
}
