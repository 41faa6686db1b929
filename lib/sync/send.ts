import type { Bytes } from '../contract/bytes.ts';
import { concat } from '../contract/bytes.ts';
import { largestBlob } from '../contract/policy.ts';
import { roundedTime } from '../incidents/rounded-time.ts';
import { count } from '../storage/counters.ts';
import type { LedgerRow, SluiceDatabase } from '../storage/database.ts';

/** One call to the organisation. */
export interface Outgoing {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
  /** What the ledger shows in the place of `body`, where that holds credentials. */
  readonly shown?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly note?: LedgerRow['note'];
  /** A good answer is bytes, not JSON. */
  readonly reads?: 'bytes';
}

/** `status` 0: no answer came. `n` is the ledger's line, `undefined` for a poll that brought nothing new. */
export interface Answer {
  readonly status: number;
  readonly json: unknown;
  /** Of an answer that was to be read so; `undefined` for a refusal, and for one without end. */
  readonly bytes: Bytes | undefined;
  readonly headers: Headers;
  /** Milliseconds that the endpoint asked to wait; 0 where it did not. */
  readonly later: number;
  readonly n: number | undefined;
}

export interface SenderOptions {
  readonly db: SluiceDatabase;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly url: string;
}

const patience = 20_000;
/** A list of terms has two megabytes, and a train has a slow network. */
const blobPatience = 90_000;
const longestAnswer = 4_000_000;
const longestWait = 86_400_000;

/**
 * The one function through which anything goes to the organisation. The line stands in the ledger before the bytes leave, so that
 * nothing is sent behind anybody's back, whatever stops us then.
 */
export async function send(outgoing: Outgoing, { db, fetch, now, url }: SenderOptions): Promise<Answer> {
  const { method, path, body, headers, note, reads } = outgoing;
  const line = { at: roundedTime(now()), method, path, body: outgoing.shown ?? body ?? '', status: 0 };
  const n = await db.ledger.add(note === undefined ? line : { ...line, note });
  const response = await exchange(fetch, addressOf(path, url), {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    body: body ?? null,
    signal: AbortSignal.timeout(reads === 'bytes' ? blobPatience : patience),
  });
  const status = response?.status ?? 0;
  const answered = response?.headers ?? new Headers();
  const answer = { status, headers: answered, later: laterOf(answered.get('retry-after'), now()) };
  if (status === 304) {
    await db.transaction('rw', db.ledger, db.counters, async () => {
      await db.ledger.delete(n);
      await count(db, 'polls', 1);
    });
    return { ...answer, json: undefined, bytes: undefined, n: undefined };
  }
  await db.ledger.update(n, { status });
  const isBlob = reads === 'bytes' && response?.ok === true;
  const bytes = response && (await readBody(response, isBlob ? largestBlob : longestAnswer));
  return isBlob ? { ...answer, json: undefined, bytes, n } : { ...answer, json: parse(bytes), bytes: undefined, n };
}

/** The endpoint may live below a path of its host. */
function addressOf(path: string, url: string): URL {
  const { origin, pathname } = new URL(url);
  return new URL(pathname.replace(/\/+$/, '') + path, origin);
}

async function exchange(fetch: typeof globalThis.fetch, url: URL, init: RequestInit): Promise<Response | undefined> {
  try {
    return await fetch(url, {
      ...init,
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
  } catch {
    return undefined; // away, or a redirect: both are no answer
  }
}

/** Seconds, or a date. https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3 */
function laterOf(header: string | null, now: number): number {
  if (header === null) return 0;
  const wait = /^\d{1,9}$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - now;
  return Number.isNaN(wait) ? 0 : Math.min(Math.max(wait, 0), longestWait);
}

/** An answer without end must not fill the memory. `most` is in bytes. */
async function readBody(response: Response, most: number): Promise<Bytes | undefined> {
  try {
    const reader = response.body?.getReader();
    const parts: Uint8Array[] = [];
    let length = 0;
    for (let read = await reader?.read(); read?.value !== undefined; read = await reader?.read()) {
      parts.push(read.value);
      length += read.value.length;
      if (length > most) {
        await reader?.cancel();
        return undefined;
      }
    }
    return concat(...parts);
  } catch {
    return undefined; // the connection broke, or the patience ended
  }
}

function parse(body: Bytes | undefined): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined; // whoever reads it asks its schema
  }
}
