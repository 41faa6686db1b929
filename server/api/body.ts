import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { errorCode } from '../problem.ts';

const inflate = promisify(gunzip);

/** Refuses a body of more than `maxSize` bytes as it arrives, before anything reads it. */
export function limitBody(maxSize: number): MiddlewareHandler {
  return bodyLimit({ maxSize, onError: (c) => c.json({ reason: 'too-large' }, 413) });
}

export type JsonBody =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly status: 400 | 413 | 415;
      readonly reason: 'unreadable-envelope' | 'too-large' | 'unknown-encoding';
    };

/** The JSON of a body, gzip or plain. Inflation stops at `maxInflated` bytes, so a bomb costs no more than that. */
export async function readJson(c: Context, maxInflated: number): Promise<JsonBody> {
  const encoding = c.req.header('content-encoding') ?? 'identity';
  if (encoding !== 'identity' && encoding !== 'gzip') return { ok: false, status: 415, reason: 'unknown-encoding' };
  try {
    const sent = Buffer.from(await c.req.arrayBuffer());
    const bytes = encoding === 'gzip' ? await inflate(sent, { maxOutputLength: maxInflated }) : sent;
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return { ok: true, value };
  } catch (error) {
    const tooLarge = errorCode(error) === 'ERR_BUFFER_TOO_LARGE';
    if (tooLarge) return { ok: false, status: 413, reason: 'too-large' };
    return { ok: false, status: 400, reason: 'unreadable-envelope' };
  }
}
