import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { toBase64url } from '../../lib/contract/bytes.ts';
import { builtInPolicy } from '../../lib/policy/built-in.ts';
import { sinkKinds } from '../../server/sinks/registry.ts';
import { heartbeatNow, incidentAt } from '../../server/testing/browser.ts';
import { mutated, mutatedText, oddTexts, oddValue } from './odd-values.ts';
import type { Random } from './random.ts';

/** What requests are made from: the moment, and ids and tokens that the endpoint has given out. */
export interface Material {
  readonly random: Random;
  readonly now: () => number;
  /** Of things that exist, or did, by the part of the path before them. */
  readonly ids: ReadonlyMap<string, readonly string[]>;
  readonly enrolmentTokens: readonly string[];
  /** Tokens of set-up links that people were given. */
  readonly links: readonly string[];
  readonly publicKey: () => unknown;
  readonly tokenRequest: () => unknown;
}

export interface Sent {
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

type Maker = (material: Material) => unknown;

const fullToken = (random: Random) => toBase64url(Uint8Array.from({ length: 32 }, () => random.below(256)));

/** Bodies that the schemas take. A route without a line here still gets odd ones. */
const bodies: Readonly<Record<string, Maker>> = {
  'POST /v1/enrol': ({ enrolmentTokens, publicKey, random }) => ({
    token: random.chance(0.7) ? random.pick(enrolmentTokens) : fullToken(random),
    publicKey: publicKey(),
    ...(random.chance(0.3) && { group: 'sales' }),
  }),
  'POST /v1/token': ({ tokenRequest }) => tokenRequest(),
  'POST /v1/incidents': (material) => ({
    chain: randomUUID(),
    from: material.random.pick([0, 0, 0, 0, 3, 2 ** 31, 2 ** 53 - 1]),
    entries: Array.from({ length: 1 + material.random.below(4) }, () => entry(material)),
  }),
  'POST /v1/heartbeat': ({ random }) => ({
    ...heartbeatNow(),
    ...(random.chance(0.2) && { waiting: random.pick([2 ** 31, 2 ** 53 - 1]) }),
    ...(random.chance(0.2) && { sitePack: 2 ** 53 - 1 }),
    ...(random.chance(0.2) && {
      policy: { source: 'endpoint', epoch: random.pick([1, 2, 2 ** 53 - 1]), seq: random.below(100_000), stale: true },
    }),
  }),
  'POST /api/setup/check': (material) => ({ token: linkOf(material) }),
  'POST /api/setup/begin': (material) => ({ token: linkOf(material), name: 'Robin', password: 'violet-harbour-90' }),
  'POST /api/setup/confirm': (material) => ({ token: linkOf(material), code: '123456' }),
  'POST /api/session': ({ random }) => ({
    name: random.pick(['Robin', 'Odd \u{1f600}']),
    password: 'x',
    code: '123456',
  }),
  'POST /api/session/proof': ({ random }) => ({ code: random.pick(['000000', 'abcd-efgh-ijkl', 'ﬁﬁﬁﬁﬁﬁ']) }),
  'POST /api/people': () => ({ roles: ['analyst', 'auditor'] }),
  'PUT /api/people/:id/roles': ({ random }) => ({ roles: [random.pick(['analyst', 'owner', 'auditor'])] }),
  'POST /api/api-keys': ({ random }) => ({ title: random.pick(['Key', '😀 é']), scopes: ['audit'], days: 730 }),
  'POST /api/proposals': ({ random }) => ({
    policy: random.chance(0.5) ? builtInPolicy : mutated(builtInPolicy, random),
  }),
  'POST /api/tokens': ({ random }) => ({
    title: 'Token',
    days: random.pick([1, 730]),
    uses: random.pick([1, 1_000_000]),
    needsApproval: random.chance(0.5),
    ...(random.chance(0.5) && { group: 'sales-2' }),
  }),
  'POST /api/sinks': ({ random }) => sinkDraft(random),
  'PUT /api/sinks/:id': ({ random }) => random.pick([{ enabled: false }, { title: 'Changed' }, sinkDraft(random)]),
  'POST /api/sinks/:id/replay': ({ random }) => ({
    from: random.pick(['2026-11-01', '2026-11-20', '0001-01-01', '0000-01-01']),
    to: random.pick(['2026-11-25', '2026-11-30', '2026-10-01', '9999-12-31']),
  }),
};

function linkOf({ links, random }: Material): string {
  return links.length > 0 && random.chance(0.7) ? random.pick(links) : fullToken(random);
}

/** Nothing listens on port 9; without allowed networks the address is refused before. */
function sinkDraft(random: Random) {
  const reach = { url: 'https://127.0.0.1:9/', ...(random.chance(0.5) && { allowedNetworks: ['127.0.0.0/8'] }) };
  const draft = { title: random.pick(['Sink', '😀 é']), secret: toBase64url(Buffer.alloc(32, 7)).slice(0, 43) };
  return random.pick<unknown>([
    { ...draft, kind: 'webhook', settings: { ...reach, format: 'ocsf' } },
    { ...draft, kind: 'splunk', settings: reach },
    { ...draft, kind: 'elastic', settings: { ...reach, index: 'sluice' } },
    { kind: 'otlp', title: 'Sink', settings: reach },
    {
      kind: random.pick([...sinkKinds.keys()]),
      title: 'Sink',
      settings: mutated({ host: '127.0.0.1', port: 9 }, random),
    },
  ]);
}

function entry({ random, now }: Material) {
  const incident = incidentAt(now() - random.pick([0, 0, 86_400_000, 100 * 86_400_000]));
  const event = random.chance(0.6) ? incident : mutated(incident, random);
  const text = JSON.stringify(event);
  return {
    salt: fullToken(random),
    event: random.chance(0.15) ? mutatedText(text, random).slice(0, 32_000) : text,
  };
}

const queries: Readonly<Record<string, readonly string[]>> = {
  'GET /api/incidents': ['from', 'to', 'after', 'action', 'outcome', 'category', 'severity', 'surface', 'pseudonym'],
  'GET /api/installs': ['token', 'state', 'after'],
  'GET /api/audit': ['before'],
};

/** Values that fit some parameter, so that they come as far as the database. */
const fitting = [
  '0000-01-01',
  '0001-01-01',
  '9999-12-31',
  '2026-02-29',
  '2147483648',
  '9007199254740991',
  '1e15',
  '5',
  'approved',
  'redact',
  'critical',
  'a'.repeat(20),
  '0000-01-01~00000000-0000-4000-8000-000000000000',
  '9999-12-31~00000000-0000-4000-8000-000000000000',
  '0000-01-01T00:00:00Z~00000000-0000-4000-8000-000000000000',
  '2026-02-31T00:00:00Z~00000000-0000-4000-8000-000000000000',
  '2026-11-25T00:00:00Z~00000000-0000-4000-8000-000000000000',
];

/** The path of a route with its parameters and its query filled in. */
export function fillPath(route: string, { random, ids }: Material): string {
  const path = route.slice(route.indexOf(' ') + 1);
  const known = ids.get(path.split('/')[2] ?? '') ?? [];
  const filled = path.replaceAll(/:(\w+)/g, (_whole, name: string) => {
    if (random.chance(0.15)) return encodeURIComponent(wellFormed(random.pick(oddTexts))).slice(0, 300) || '%FF';
    if (name === 'number') return random.pick(['1.1', '1.2', '9.9', '999999999.999999999', '0.0', '1.', '1.1.1']);
    return known.length > 0 && random.chance(0.8) ? random.pick(known) : randomUUID();
  });
  const names = queries[route];
  if (random.chance(names === undefined ? 0.95 : 0.3)) return filled;
  const pairs = Array.from({ length: 1 + random.below(2) }, () => [
    random.pick(names ?? ['x', 'before', '__proto__']),
    random.chance(0.8) ? random.pick(fitting) : wellFormed(random.pick(oddTexts)),
  ]);
  return `${filled}?${new URLSearchParams(pairs).toString().slice(0, 4_000)}`;
}

/** Halves of surrogate pairs cannot stand in an address. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}

const oddHeaders: readonly Readonly<Record<string, string>>[] = [
  { 'content-type': 'text/plain' },
  { 'content-type': 'multipart/form-data; boundary=x' },
  { 'content-type': '' },
  { 'content-encoding': 'br' },
  { 'content-encoding': 'gzip, gzip' },
  { 'content-length': '99999999999' },
  { 'content-length': '-1' },
  { 'content-length': 'x' },
  { 'transfer-encoding': 'chunked' },
  { 'if-none-match': '"\u00ff", W/"", *' },
  { 'if-none-match': ','.repeat(5_000) },
  { 'user-agent': '\u00e9'.repeat(3_000) },
  { origin: 'chrome-extension://abc' },
  { 'x-forwarded-for': '::ffff:127.0.0.1' },
  { accept: '*/*;q=1e999' },
  { range: 'bytes=0-0,-1' },
  { expect: '100-continue' },
];

/** A body for the route, from good to garbage, and sometimes a header that does not fit it. */
export function makeBody(route: string, material: Material): Sent {
  const { random } = material;
  const headers = random.chance(0.12) ? random.pick(oddHeaders) : {};
  if (route.startsWith('GET ')) return { headers };
  if (route.startsWith('DELETE ') && random.chance(0.7)) return { headers };
  const good = bodies[route]?.(material) ?? {};
  const kind = random.below(20);
  if (kind < 7) return sent(JSON.stringify(good), headers, random);
  if (kind < 13) return sent(JSON.stringify(mutated(good, random)), headers, random);
  if (kind < 15) return sent(mutatedText(JSON.stringify(good), random), headers, random);
  if (kind < 17) return sent(JSON.stringify(oddValue(random)), headers, random);
  if (kind === 17) return { body: new Uint8Array(garbage(random)), headers };
  if (kind === 18)
    return { body: new Uint8Array(brokenGzip(good, random)), headers: { ...headers, 'content-encoding': 'gzip' } };
  return { headers };
}

function sent(text: string, headers: Sent['headers'], random: Random): Sent {
  if (random.chance(0.85)) return { body: text, headers };
  return { body: new Uint8Array(gzipSync(text, { level: 1 })), headers: { ...headers, 'content-encoding': 'gzip' } };
}

function garbage(random: Random): Buffer {
  return Buffer.from(Array.from({ length: random.pick([0, 1, 7, 300]) }, () => random.below(256)));
}

function brokenGzip(value: unknown, random: Random): Buffer {
  const whole = gzipSync(JSON.stringify(value), { level: 1 });
  const at = random.below(whole.length);
  switch (random.below(4)) {
    case 0:
      return whole.subarray(0, at);
    case 1:
      return Buffer.from(whole.map((byte, index) => (index === at ? byte ^ (1 << random.below(8)) : byte)));
    case 2:
      return bomb;
    default:
      return Buffer.concat([whole, garbage(random)]);
  }
}

/** Sixteen megabytes of spaces. */
const bomb = gzipSync(Buffer.alloc(16 * 1024 * 1024, 32));
