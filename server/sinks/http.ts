import { Agent as HttpAgent, request as requestHttp } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import * as z from 'zod/mini';
import { Network, checkedAddresses, pinned } from './guard.ts';
import { SinkProblem, deadline } from './sink.ts';
import type { Order, Verdict } from './sink.ts';
import { problemOf } from './transport.ts';

const Url = z.string().check(
  z.maxLength(2_000),
  z.refine((text) => {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    return ['http:', 'https:'].includes(url?.protocol ?? '') && url?.username === '' && url.password === '';
  }),
);

/** What every sink needs to reach its receiver. */
export const reach = {
  /** Networks, such as `10.1.0.0/16`, that the sink may reach although they are not public. */
  allowedNetworks: z.optional(z.array(Network).check(z.maxLength(16))),
  /** Certificates in PEM that stand in for the public authorities. */
  ca: z.optional(z.string().check(z.maxLength(64_000), z.regex(/^\s*-----BEGIN CERTIFICATE-----/))),
};

export const httpReach = { url: Url, ...reach };

export interface HttpReach {
  readonly url: string;
  readonly allowedNetworks?: readonly string[] | undefined;
  readonly ca?: string | undefined;
}

export interface Answer {
  readonly status: number;
  /** Seconds. */
  readonly retryAfter: number | undefined;
  /** At most 64 kB of it. */
  readonly body: string;
}

export interface Post {
  /** Is added to the path of the address; nothing by default. */
  readonly path?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const longestBody = 64 * 1024;
const lanes = 4;

/**
 * Opens the way to an address for the time of `work`: resolved once, checked, and kept for every request. Redirects are not followed.
 * Requests throw `SinkProblem` when there is no answer.
 */
export async function withHttp<Result>(
  order: Order<HttpReach>,
  work: (post: (post: Post) => Promise<Answer>) => Promise<Result>,
): Promise<Result> {
  const { settings, lookup } = order;
  const url = new URL(settings.url);
  const encrypted = url.protocol === 'https:';
  const addresses = await checkedAddresses(url.hostname, {
    ...settings,
    encrypted,
    lookup,
    signal: deadline(order),
  });
  const options = { keepAlive: true, maxSockets: lanes };
  const agent = encrypted ? new HttpsAgent(options) : new HttpAgent(options);
  try {
    return await work((post) => exchange(post, { order, url, agent, lookup: pinned(addresses) }));
  } finally {
    agent.destroy();
  }
}

interface Way {
  readonly order: Order<HttpReach>;
  readonly url: URL;
  readonly agent: HttpAgent | HttpsAgent;
  readonly lookup: LookupFunction;
}

async function exchange({ path = '', headers, body }: Post, { order, url, agent, lookup }: Way): Promise<Answer> {
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  const target = {
    method: 'POST',
    hostname: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port,
    path: (path === '' ? url.pathname : url.pathname.replace(/\/$/, '') + path) + (path === '' ? url.search : ''),
    headers: { ...headers, 'Content-Length': String(Buffer.byteLength(body)) },
    signal: deadline(order),
    ca: order.settings.ca,
    agent,
    lookup,
  };
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      send(target, resolve).once('error', reject).end(body);
    });
    const retryAfter = readRetryAfter(response.headers['retry-after'], order.now);
    return { status: response.statusCode ?? 0, retryAfter, body: await readBody(response) };
  } catch (error) {
    throw new SinkProblem(problemOf(error));
  }
}

async function readBody(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response) {
    if (!Buffer.isBuffer(chunk)) continue;
    chunks.push(chunk);
    length += chunk.length;
    if (length > longestBody) break; // ends the connection
  }
  return Buffer.concat(chunks).toString('utf8', 0, longestBody);
}

/** Seconds or a date. https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
function readRetryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  const seconds = /^\d{1,9}$/.test(value) ? Number(value) : (Date.parse(value) - now) / 1000;
  return Number.isFinite(seconds) ? Math.max(seconds, 0) : undefined;
}

/**
 * What an HTTP status says. What the administrator has to mend (credentials, address) is tried again; only what the receiver finds
 * wrong with the content is not.
 */
export function verdictOf({ status, retryAfter }: Answer): Verdict {
  if (status >= 200 && status < 300) return { verdict: 'accepted' };
  if (status >= 300 && status < 400) return { verdict: 'again', problem: 'redirected' };
  if ([401, 403, 407].includes(status)) return { verdict: 'again', problem: 'unauthorised' };
  if ([404, 405, 410].includes(status)) return { verdict: 'again', problem: 'not-found' };
  if ([408, 425, 429, 503].includes(status)) return { verdict: 'again', problem: 'overloaded', retryAfter };
  if (status >= 500) return { verdict: 'again', problem: 'server-failed', retryAfter };
  return { verdict: 'rejected', problem: 'refused' };
}

/** The JSON of an answer by a schema. Throws `SinkProblem`. */
export function readAnswer<Schema extends z.core.$ZodType>(schema: Schema, { body }: Answer): z.output<Schema> {
  try {
    return z.parse(schema, JSON.parse(body));
  } catch {
    throw new SinkProblem('answer-unreadable');
  }
}
