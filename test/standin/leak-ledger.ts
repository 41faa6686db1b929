import { canaryForms, inflated, readableForms, viewsOfText } from './canary-forms.ts';
import type { ByteView, CanaryForm } from './canary-forms.ts';

/** Everything that reached the stand-in with one request. */
export interface LeakRecord {
  /** Milliseconds since 1970, when the head of the request arrived. */
  readonly time: number;
  readonly host: string;
  readonly method: string;
  /** The full address as it was asked for, host included. */
  readonly url: string;
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The bytes that arrived, as they came; for a WebSocket the unmasked payloads of its frames, in order. */
  readonly body: Buffer;
  readonly webSocket: boolean;
  /** The name of the route that knew the call; `undefined` when none did. */
  readonly route: string | undefined;
  /** False while bytes may still arrive, and for ever when the client went away too early. */
  readonly complete: boolean;
}

/** Where a canary was seen: the record, the form it had and the part of the request it was in. */
export interface Sighting {
  readonly record: LeakRecord;
  readonly form: string;
  readonly place: string;
}

/** The head of a request, before its body arrived. */
export type RequestHead = Pick<LeakRecord, 'host' | 'method' | 'url' | 'headers' | 'webSocket'>;

/** A record that is still being written. It is in the ledger from its first byte on. */
class OpenRecord implements LeakRecord {
  readonly time = performance.timeOrigin + performance.now();
  readonly host: string;
  readonly method: string;
  readonly url: string;
  readonly path: string;
  readonly headers: LeakRecord['headers'];
  readonly webSocket: boolean;
  route: string | undefined = undefined;
  complete = false;
  #chunks: Buffer[] = [];

  constructor(head: RequestHead) {
    this.host = head.host;
    this.method = head.method;
    this.url = head.url;
    this.headers = head.headers;
    this.webSocket = head.webSocket;
    this.path = URL.canParse(head.url) ? new URL(head.url).pathname : head.url;
  }

  add(chunk: Buffer): void {
    this.#chunks.push(chunk);
  }

  get body(): Buffer {
    const whole = Buffer.concat(this.#chunks);
    this.#chunks = [whole];
    return whole;
  }
}

function headerOf(record: LeakRecord, name: string): string | undefined {
  return record.headers.find(([key]) => key.toLowerCase() === name)?.[1];
}

function viewsOfRecord(record: LeakRecord): readonly ByteView[] {
  const heads = record.headers.map(([name, value]) => `${name}: ${value}`).join('\n');
  const { body } = record;
  return [
    ...viewsOfText('url', Buffer.from(record.url, 'utf8').toString('latin1')),
    ...viewsOfText('headers', heads),
    ...viewsOfText('body', body.toString('latin1')),
    ...inflated(body, headerOf(record, 'content-encoding')).flatMap((bytes) =>
      viewsOfText('inflated body', bytes.toString('latin1')),
    ),
  ];
}

// A record that is complete does not change any more, and tests search the same ones again and again.
const knownViews = new WeakMap<LeakRecord, readonly ByteView[]>();

function cachedViews(record: LeakRecord): readonly ByteView[] {
  const known = knownViews.get(record);
  if (known) return known;
  const views = viewsOfRecord(record);
  if (record.complete && !record.webSocket) knownViews.set(record, views);
  return views;
}

function isIn({ text }: ByteView, lowered: string, { needle, caseless }: CanaryForm): boolean {
  return caseless ? lowered.includes(needle) : text.includes(needle);
}

const fragmentLength = 8;

function fragmentsOf(canary: string): readonly string[] {
  if (canary.length <= fragmentLength) return [canary];
  return Array.from({ length: canary.length - fragmentLength + 1 }, (_, at) => canary.slice(at, at + fragmentLength));
}

/** The list of every byte that reached any host of the stand-in. */
export class LeakLedger {
  #records: OpenRecord[] = [];

  get records(): readonly LeakRecord[] {
    return this.#records;
  }

  /** Calls that no route knew. */
  get unknown(): readonly LeakRecord[] {
    return this.#records.filter(({ route }) => route === undefined);
  }

  clear(): void {
    this.#records = [];
  }

  open(head: RequestHead): OpenRecord {
    const record = new OpenRecord(head);
    this.#records.push(record);
    return record;
  }

  /** Records that hold the canary in any form: written plainly, encoded, packed or hashed. */
  find(canary: string): readonly LeakRecord[] {
    return [...new Set(this.sightings(canary).map(({ record }) => record))];
  }

  /** Records that hold any eight consecutive characters of the canary, in any form that can be read back. */
  findFragments(canary: string): readonly LeakRecord[] {
    const forms = fragmentsOf(canary).flatMap((fragment) => readableForms(fragment));
    return [...new Set(this.#search(forms).map(({ record }) => record))];
  }

  /** As `find`, with the form and the place: for the message of a failed test. */
  sightings(canary: string): readonly Sighting[] {
    if (canary === '') throw new Error('An empty canary is everywhere.');
    return this.#search(canaryForms(canary));
  }

  /**
   * Records whose path equals the text (`*` stands for any characters but a slash), or whose full URL matches the
   * expression. Preflight requests are left out.
   */
  to(pathPattern: string | RegExp): readonly LeakRecord[] {
    const regex = typeof pathPattern === 'string' ? pathExpression(pathPattern) : pathPattern;
    const part = typeof pathPattern === 'string' ? 'path' : 'url';
    return this.#records.filter((record) => record.method !== 'OPTIONS' && record[part].search(regex) !== -1);
  }

  /** Resolves with the records once at least `count` of them are complete; throws when they do not come in time. */
  async waitFor(pathPattern: string | RegExp, count = 1, timeoutMs = 10_000): Promise<readonly LeakRecord[]> {
    const end = Date.now() + timeoutMs;
    for (;;) {
      const found = this.to(pathPattern).filter(({ complete }) => complete);
      if (found.length >= count) return found;
      if (Date.now() > end) throw new Error(`${String(pathPattern)}: ${found.length} of ${count} requests came.`);
      await new Promise((wake) => setTimeout(wake, 20));
    }
  }

  /** Throws with a list when the page or anybody else made a call that the stand-in does not know. */
  assertNoUnknownCalls(): void {
    const { unknown } = this;
    if (unknown.length === 0) return;
    const list = unknown.map(({ method, url }) => `  ${method} ${url}`).join('\n');
    throw new Error(`${unknown.length} calls are unknown to the stand-in:\n${list}`);
  }

  #search(forms: readonly CanaryForm[]): readonly Sighting[] {
    return this.#records.flatMap((record) =>
      cachedViews(record).flatMap((view) => {
        const lowered = view.text.toLowerCase();
        return forms
          .filter((form) => isIn(view, lowered, form))
          .map((form) => ({ record, form: form.name, place: view.name }));
      }),
    );
  }
}

function pathExpression(pattern: string): RegExp {
  const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*');
  return new RegExp(`^${escaped}$`);
}
