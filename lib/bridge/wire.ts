/**
 * What crosses between the MAIN world (`page`) and the isolated world (`guard`): an ask and an answer, as JSON text in events on a
 * node that only the two hold. Strings alone cross worlds safely in every browser.
 */

/** The transport that asks. `session` asks nothing: it tells what the product said of the account. */
export const ways = [
  'fetch',
  'xhr',
  'form',
  'beacon',
  'socket',
  'channel',
  'later',
  'address',
  'worker', // an address too, whose source may stand in it
  'session',
] as const;
export type Way = (typeof ways)[number];

/** `bytes` is one character per byte; `opaque` could not be read, or is too long to be looked at. */
export const bodyKinds = ['none', 'text', 'bytes', 'opaque'] as const;
export type BodyKind = (typeof bodyKinds)[number];

export interface Ask {
  readonly id: number;
  readonly way: Way;
  /** Absolute. */
  readonly url: string;
  /** Upper case. */
  readonly method: string;
  /** The content type with its parameters, or ''. */
  readonly type: string;
  /** The content encoding, or ''. */
  readonly encoding: string;
  readonly kind: BodyKind;
  readonly body: string;
  /** The account that the call names in its headers, or ''. */
  readonly account: string;
  /** False where the transport needs its answer at once: then there is no `pending`. */
  readonly wait: boolean;
}

/**
 * `rewrite`: send `body` in place of the page's. `answer`: send nothing, give the page `body` with `status`. `refuse`: send nothing,
 * give the page an error with `status` and `body`. `pending`: another answer with this id follows.
 */
export const decisions = ['pass', 'rewrite', 'answer', 'refuse', 'pending'] as const;
export type Decision = (typeof decisions)[number];

export interface Answer {
  readonly id: number;
  readonly decision: Decision;
  readonly body: string;
  readonly status: number;
}

/** Event types on the shared node. The node's text is the secret that each carries. */
export const eventNames = {
  ask: (secret: string) => `ask:${secret}`,
  answer: (secret: string) => `answer:${secret}`,
  ready: (secret: string) => `ready:${secret}`,
  canary: (secret: string) => `canary:${secret}`,
  canaryDone: (secret: string) => `canary-done:${secret}`,
} as const;

/**
 * How much of a frame a canary tries: `tab` every gate, `frame` those that cost next to nothing, `network` none: it is one request, which
 * the guard lets go for the network gate to see.
 */
export type CanaryExtent = 'tab' | 'frame' | 'network';

/** What the page hears of a canary, as JSON text. */
export interface CanaryCall {
  /** 32 hex digits. */
  readonly nonce: string;
  readonly extent: CanaryExtent;
}

/** The two greetings at document start, whichever world is first. */
export const greetings = { page: 'sluice:page', guard: 'sluice:guard' } as const;

/** Longest body that is handed over whole, in bytes; more is `opaque`. */
export const longestBody = 32 * 1024 * 1024;

function isOneOf<T extends string>(list: readonly T[], value: unknown): value is T {
  return typeof value === 'string' && (list as readonly string[]).includes(value);
}

/** Reads an ask in the isolated world; `undefined` when it is not one. */
export function readAsk(detail: unknown): Ask | undefined {
  if (typeof detail !== 'string') return undefined;
  const value = parse(detail);
  if (typeof value !== 'object' || value === null) return undefined;
  const { id, way, url, method, type, encoding, kind, body, account, wait } = value as Record<string, unknown>;
  if (typeof id !== 'number' || !isOneOf(ways, way) || !isOneOf(bodyKinds, kind) || typeof wait !== 'boolean')
    return undefined;
  const texts = [url, method, type, encoding, body, account];
  if (!texts.every((text) => typeof text === 'string')) return undefined;
  return {
    id,
    way,
    kind,
    wait,
    url: texts[0] ?? '',
    method: texts[1] ?? '',
    type: texts[2] ?? '',
    encoding: texts[3] ?? '',
    body: texts[4] ?? '',
    account: texts[5] ?? '',
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // not from our gates
  }
}
