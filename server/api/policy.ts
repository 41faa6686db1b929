import { Hono } from 'hono';
import { countAdditions, currentPolicy } from '../store/policies.ts';
import type { StoredPolicy } from '../store/policies.ts';
import type { Workings } from '../workings.ts';
import type { DeviceEnv } from './bearer.ts';

export interface PolicyReader {
  /** The policy in force, `undefined` before there is one. */
  (): Promise<StoredPolicy | undefined>;
  /** The same without waiting; `undefined` also where the database has to be asked. */
  now(): StoredPolicy | undefined;
}

interface KeptPolicy {
  readonly policy: Promise<StoredPolicy | undefined>;
  readonly at: number;
  readonly after: number;
  found?: StoredPolicy | undefined;
}

/** `GET /v1/policy`: the signed policy, or 304. It is the same for every browser and signed, but each asks with a token of its own: caches on the way keep nothing. */
export function policyRoute(read: PolicyReader) {
  return new Hono<DeviceEnv>().get('/', async (c) => {
    const policy = await read();
    if (policy === undefined) return c.json({ reason: 'no-policy' }, 404);
    const headers = policyHeaders(policy);
    if (isKnown(c.req.header('if-none-match'), policy.etag)) return c.body(null, 304, headers);
    return c.body(policy.envelope, 200, { ...headers, 'Content-Type': 'application/json' });
  });
}

export function policyHeaders({ etag }: StoredPolicy) {
  return { ETag: etag, 'Cache-Control': 'no-cache' };
}

/** `If-None-Match` compares weakly: a proxy that compresses makes `W/"…"` of our tag. https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2 */
export function isKnown(header: string | undefined, etag: string): boolean {
  if (header === etag) return true;
  const tags = (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag);
}

const freshMilliseconds = 5_000;

/** The policy in force, read once in five seconds, and at once after this process published one. Polls in between share the answer. */
export function policyReader({ db, clock }: Workings): PolicyReader {
  let kept: KeptPolicy | undefined;
  const fresh = (at: number, after: number): KeptPolicy | undefined =>
    kept !== undefined && kept.after === after && Math.abs(at - kept.at) < freshMilliseconds ? kept : undefined;
  const read = async () => {
    const [at, after] = [clock(), countAdditions()];
    const known = fresh(at, after);
    if (known !== undefined) return known.policy;
    const asked: KeptPolicy = { policy: currentPolicy(db), at, after };
    kept = asked;
    try {
      return (asked.found = await asked.policy);
    } catch (error) {
      if (kept === asked) kept = undefined; // the next poll asks again
      throw error;
    }
  };
  return Object.assign(read, { now: () => fresh(clock(), countAdditions())?.found });
}
