import { Hono } from 'hono';
import { currentPolicy } from '../store/policies.ts';
import type { Workings } from '../workings.ts';
import type { DeviceEnv } from './bearer.ts';

/** `GET /v1/policy`: the signed policy, or 304. It names no person's browser and may be served from any cache. */
export function policyRoute({ db }: Workings) {
  return new Hono<DeviceEnv>().get('/', async (c) => {
    const policy = await currentPolicy(db);
    if (policy === undefined) return c.json({ reason: 'no-policy' }, 404);
    const headers = { ETag: policy.etag, 'Cache-Control': 'no-cache' };
    if (isKnown(c.req.header('if-none-match'), policy.etag)) return c.body(null, 304, headers);
    return c.body(policy.envelope, 200, { ...headers, 'Content-Type': 'application/json' });
  });
}

/** `If-None-Match` compares weakly: a proxy that compresses makes `W/"…"` of our tag. https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2 */
function isKnown(header: string | undefined, etag: string): boolean {
  const tags = (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag);
}
