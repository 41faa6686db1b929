import { Hono } from 'hono';
import { countAdditions, currentPolicy } from '../store/policies.ts';
import type { StoredPolicy } from '../store/policies.ts';
import type { Workings } from '../workings.ts';
import type { DeviceEnv } from './bearer.ts';

/** `GET /v1/policy`: the signed policy, or 304. It names no person's browser and may be served from any cache. */
export function policyRoute(workings: Workings) {
  const read = policyReader(workings);
  return new Hono<DeviceEnv>().get('/', async (c) => {
    const policy = await read();
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

const freshMilliseconds = 5_000;

/** The policy in force, read once in five seconds, and at once after this process published one. Polls in between share the answer. */
function policyReader({ db, clock }: Workings): () => Promise<StoredPolicy | undefined> {
  let kept:
    { readonly policy: Promise<StoredPolicy | undefined>; readonly at: number; readonly after: number } | undefined;
  return () => {
    const [at, after] = [clock(), countAdditions()];
    if (kept !== undefined && kept.after === after && Math.abs(at - kept.at) < freshMilliseconds) return kept.policy;
    const asked = { policy: currentPolicy(db), at, after };
    kept = asked;
    asked.policy.catch(() => {
      if (kept === asked) kept = undefined; // the next poll asks again
    });
    return asked.policy;
  };
}
