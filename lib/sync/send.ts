import { roundedTime } from '../incidents/rounded-time.ts';
import type { SluiceDatabase } from '../storage/database.ts';

/** One call to the organisation. */
export interface Outgoing {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
  /** What the ledger shows in the place of `body`, where that holds credentials. */
  readonly shown?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** `status` 0: no answer came. `n` is the ledger's line, `undefined` for a poll that brought nothing new. */
export interface Answer {
  readonly status: number;
  readonly json: unknown;
  readonly headers: Headers;
  readonly n: number | undefined;
}

export interface SenderOptions {
  readonly db: SluiceDatabase;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly url: string;
}

const patience = 20_000;
const longestAnswer = 4_000_000;

/**
 * The one function through which anything goes to the organisation. The line stands in the ledger before the bytes leave, so that
 * nothing is sent behind anybody's back, whatever stops us then.
 */
export async function send(outgoing: Outgoing, { db, fetch, now, url }: SenderOptions): Promise<Answer> {
  const { method, path, body, headers } = outgoing;
  const line = { at: roundedTime(now()), method, path, body: outgoing.shown ?? body ?? '', status: 0 };
  const n = await db.ledger.add(line);
  const response = await exchange(fetch, new URL(path, url), {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    body: body ?? null,
  });
  if (response?.status === 304) {
    await db.transaction('rw', db.ledger, db.counters, async () => {
      await db.ledger.delete(n);
      const polls = (await db.counters.get('polls'))?.value ?? 0;
      await db.counters.put({ key: 'polls', value: polls + 1 });
    });
    return { status: 304, json: undefined, headers: response.headers, n: undefined };
  }
  const status = response?.status ?? 0;
  await db.ledger.update(n, { status });
  return { status, json: response && (await readJson(response)), headers: response?.headers ?? new Headers(), n };
}

async function exchange(fetch: typeof globalThis.fetch, url: URL, init: RequestInit): Promise<Response | undefined> {
  try {
    return await fetch(url, {
      ...init,
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(patience),
    });
  } catch {
    return undefined; // away, or a redirect: both are no answer
  }
}

async function readJson(response: Response): Promise<unknown> {
  try {
    const text = await response.text();
    return text.length > longestAnswer ? undefined : JSON.parse(text);
  } catch {
    return undefined; // whoever reads it asks its schema
  }
}
