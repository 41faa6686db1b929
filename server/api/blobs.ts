import { Hono } from 'hono';
import { BlobName } from '../../lib/contract/policy.ts';
import { readBlob } from '../store/blobs.ts';
import type { Queries } from '../store/database.ts';
import type { Workings } from '../workings.ts';
import type { DeviceEnv } from './bearer.ts';
import { rateLimit } from './rate-limit.ts';
import type { Rate } from './rate-limit.ts';

/** A policy names ten lists at most; whoever asks for more asks again for what it has. */
const perInstall: Rate = { burst: 20, perSecond: 1 / 60 };
/** Bytes of lists that stay in memory: a new policy makes every browser ask for the same ones. */
const mostKept = 16 * 1024 * 1024;

/** `GET /v1/blobs/:sha256`: a list of terms, for approved installations only. What a name stands for never changes. */
export function blobsRoute({ db, clock }: Pick<Workings, 'db' | 'clock'>) {
  const limit = rateLimit(perInstall);
  const read = blobReader(db);
  return new Hono<DeviceEnv>().get('/:sha256', async (c) => {
    const wait = limit.take(c.get('installId'), clock());
    if (wait > 0) return c.json({ reason: 'too-many-requests' }, 429, { 'Retry-After': String(wait) });
    const name = BlobName.safeParse(c.req.param('sha256'));
    const bytes = name.success ? await read(name.data) : undefined;
    if (bytes === undefined) return c.json({ reason: 'not-found' }, 404);
    return c.body(bytes, 200, {
      'Content-Type': 'application/octet-stream',
      'Cache-Control': 'private, max-age=31536000, immutable',
    });
  });
}

/** Reads each list once while it is asked for; those who ask at the same time wait for the same answer. */
function blobReader(db: Queries): (name: string) => Promise<Uint8Array<ArrayBuffer> | undefined> {
  const kept = new Map<string, Uint8Array<ArrayBuffer>>();
  const asked = new Map<string, Promise<Uint8Array<ArrayBuffer> | undefined>>();
  const keep = (name: string, bytes: Uint8Array<ArrayBuffer>) => {
    kept.delete(name); // the one asked for last stands last
    kept.set(name, bytes);
    let sum = [...kept.values()].reduce((total, { length }) => total + length, 0);
    for (const [oldest, { length }] of kept) {
      if (sum <= mostKept) break;
      kept.delete(oldest);
      sum -= length;
    }
  };
  const load = async (name: string) => {
    const data = await readBlob(db, name);
    if (data === undefined) return undefined;
    const bytes = Uint8Array.from(Buffer.from(data, 'base64'));
    keep(name, bytes);
    return bytes;
  };
  return (name) => {
    const known = kept.get(name);
    if (known !== undefined) {
      keep(name, known);
      return Promise.resolve(known);
    }
    const waiting = asked.get(name) ?? load(name).finally(() => asked.delete(name));
    asked.set(name, waiting);
    return waiting;
  };
}
