import { randomBytes, randomUUID } from 'node:crypto';
import { toBase64url, utf8 } from '../../lib/contract/bytes.ts';
import { emptyHead, nextHead } from '../../lib/contract/chain.ts';
import { EnrolReply, PublicKey, TokenReply, tokenProof } from '../../lib/contract/enrolment.ts';
import type { Heartbeat } from '../../lib/contract/heartbeat.ts';
import { IncidentReply } from '../../lib/contract/incident.ts';
import type { Incident, IncidentBatch } from '../../lib/contract/incident.ts';

const { subtle } = globalThis.crypto;

/** Sends a request, over the network or straight into an app. */
export type Send = (path: string, init?: RequestInit) => Promise<Response>;

export type Entry = IncidentBatch['entries'][number];

/** An installation as the extension is one: a real key, a real chain. */
export class TestBrowser {
  readonly send: Send;
  readonly keys: CryptoKeyPair;
  readonly now: () => number;
  readonly chain = randomUUID();
  readonly entries: Entry[] = [];
  installId = '';
  bearer = '';
  #head: string | undefined;

  private constructor(send: Send, keys: CryptoKeyPair, now: () => number) {
    this.send = send;
    this.keys = keys;
    this.now = now;
  }

  static async make(send: Send, now: () => number = Date.now): Promise<TestBrowser> {
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
    return new TestBrowser(send, await subtle.generateKey(algorithm, false, ['sign', 'verify']), now);
  }

  /** A browser that is enrolled and holds a bearer token. */
  static async join(send: Send, enrolmentToken: string, now: () => number = Date.now): Promise<TestBrowser> {
    const browser = await TestBrowser.make(send, now);
    browser.installId = EnrolReply.parse(await (await browser.enrol(enrolmentToken)).json()).installId;
    browser.bearer = TokenReply.parse(await (await browser.askToken()).json()).token;
    return browser;
  }

  async enrol(token: string, more: object = {}): Promise<Response> {
    const { kty, crv, x, y } = await subtle.exportKey('jwk', this.keys.publicKey);
    const publicKey = PublicKey.parse({ kty, crv, x, y });
    return this.send('/v1/enrol', json({ token, publicKey, ...more }));
  }

  async tokenRequest(options: { readonly nonce?: string; readonly issuedAt?: string } = {}) {
    const nonce = options.nonce ?? toBase64url(randomBytes(16));
    const proof = {
      installId: this.installId,
      issuedAt: options.issuedAt ?? new Date(this.now()).toISOString(),
      nonce,
    };
    const signed = await subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, this.keys.privateKey, utf8(tokenProof(proof)));
    return { ...proof, signature: toBase64url(new Uint8Array(signed)) };
  }

  async askToken(): Promise<Response> {
    return this.send('/v1/token', json(await this.tokenRequest()));
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.send(path, { headers: { authorization: `Bearer ${this.bearer}`, ...headers } });
  }

  post(path: string, body: unknown): Promise<Response> {
    return this.send(path, json(body, { authorization: `Bearer ${this.bearer}` }));
  }

  /** Adds to the local chain; a text goes in as it is. */
  async note(event: Incident | string): Promise<Entry> {
    const entry = {
      salt: toBase64url(randomBytes(32)),
      event: typeof event === 'string' ? event : JSON.stringify(event),
    };
    this.entries.push(entry);
    this.#head = await nextHead(await this.head(), entry);
    return entry;
  }

  async head(): Promise<string> {
    return this.#head ?? emptyHead(this.chain);
  }

  async push(from: number, entries = this.entries.slice(from)): Promise<IncidentReply> {
    const response = await this.post('/v1/incidents', { chain: this.chain, from, entries });
    if (response.status !== 200) throw new Error(`pushed, but answered ${response.status}`);
    return IncidentReply.parse(await response.json());
  }
}

export function json(body: unknown, headers: Readonly<Record<string, string>> = {}) {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
}

/** An incident of the given moment, rounded as the schema asks. */
export function incidentAt(now: number, more: Partial<Incident> = {}): Incident {
  const step = 5 * 60_000;
  return {
    id: randomUUID(),
    at: new Date(Math.floor(now / step) * step).toISOString().replace('.000Z', 'Z'),
    surface: 'composer',
    action: 'redact',
    outcome: 'replaced',
    findings: [
      {
        detector: 'aws-access-key',
        version: 1,
        rule: 'credentials',
        category: 'credential',
        severity: 'critical',
        action: 'redact',
        count: 1,
      },
    ],
    length: '<1k',
    ring: 'composer',
    policy: { source: 'endpoint', epoch: 1, seq: 1 },
    extension: '0.1',
    browser: { family: 'chromium', major: 156 },
    ...more,
  };
}

export function heartbeatNow(): Heartbeat {
  return {
    state: 'enforced',
    reasons: [],
    rings: { page: 'stops', network: 'stops' },
    gates: { tried: 14, failed: [] },
    privateWindows: 'not-allowed',
    policy: { source: 'endpoint', epoch: 1, seq: 1, stale: false },
    extension: '0.1',
    browser: { family: 'chromium', major: 156 },
    waiting: 0,
    dropped: 0,
  };
}
