import { afterAll, beforeAll, expect, it } from 'vitest';
import { devicePlane } from '../../server/api/device-plane.ts';
import { access } from '../../server/console-api/access.ts';
import type { Access } from '../../server/console-api/access.ts';
import { randomSecret } from '../../server/keys/key-files.ts';
import { logToStandardError } from '../../server/log.ts';
import { addEnrolmentToken } from '../../server/store/enrolment-tokens.ts';
import { openPostgresql } from '../../server/store/postgresql.ts';
import { ownHeaders } from '../../server/testing/console-visitor.ts';
import { openTestEndpoint, origin } from '../../server/testing/endpoint.ts';
import type { TestEndpoint } from '../../server/testing/endpoint.ts';
import { findBinaries, startPostgresql } from '../../server/testing/postgresql.ts';
import type { OwnPostgresql } from '../../server/testing/postgresql.ts';
import { roles } from '../../server/vocabulary.ts';
import type { Role, Scope } from '../../server/vocabulary.ts';
import { gatherCallers } from './fuzz-callers.ts';
import type { Callers } from './fuzz-callers.ts';
import { fillPath, makeBody } from './fuzz-requests.ts';
import type { Material } from './fuzz-requests.ts';
import { oddTexts } from './odd-values.ts';
import { seededRandom } from './random.ts';

// Not named SLUICE_…: the endpoint refuses such names when it does not know them.
const requests = Number(process.env['FUZZ_REQUESTS'] ?? 100_000);
const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_125);
const atOnce = 32;
const megabyte = 1024 * 1024;

/** Routes whose every call costs a password hash, or the whole audit log, come in this share of cases. */
const rare: Readonly<Record<string, number>> = {
  'POST /api/setup/begin': 0.05,
  'POST /api/session': 0.05,
  'POST /api/recovery-codes': 0.1,
  'GET /api/audit/export': 0.02,
  'GET /api/policies': 0.3,
  'GET /api/proposals': 0.3,
  'POST /api/sinks/:id/test': 0.2,
};

interface Tally {
  sent: number;
  /** Came as far as the handler. */
  reached: number;
  /** Did so with a credential that the route asks for. */
  authenticated: number;
  readonly statuses: Map<number, number>;
}

interface Route {
  readonly name: string;
  readonly access: Access | undefined;
}

let postgresql: OwnPostgresql | undefined;
let endpoint: TestEndpoint;
let callers: Callers;
let routes: readonly Route[];
const unhandled: unknown[] = [];
const note = (reason: unknown) => void unhandled.push(reason);
const tallies = new Map<string, Tally>();
const links: string[] = [];
const failures = new Set<string>();
/** Ids that answers gave out, by the part of the path below which they mean something. */
const ids = new Map<string, string[]>();

beforeAll(async () => {
  process.on('unhandledRejection', note);
  process.on('uncaughtException', note);
  const binaries = findBinaries();
  postgresql = binaries === undefined ? undefined : await startPostgresql(binaries);
  const url = await postgresql?.newDatabase();
  const db = url === undefined ? undefined : openPostgresql(url, logToStandardError);
  endpoint = await openTestEndpoint({
    ...(db && { db }),
    deviceRate: { burst: 1_000_000, perSecond: 1_000 },
  });
  // Nothing is lost here on purpose, so nothing waits for the disk.
  if (url !== undefined) await endpoint.db.query('ALTER SYSTEM SET fsync = off');
  if (url !== undefined) await endpoint.db.query('SELECT pg_reload_conf()');
  await endpoint.db.query('UPDATE enrolment_tokens SET uses_left = 1000000');
  callers = await gatherCallers(endpoint);
  routes = [...deviceRoutes(), ...consoleRoutes()];
  for (const { name } of routes) tallies.set(name, { sent: 0, reached: 0, authenticated: 0, statuses: new Map() });
});
afterAll(async () => {
  process.off('unhandledRejection', note);
  process.off('uncaughtException', note);
  await endpoint.close();
  await postgresql?.stop();
});

/** From the plane itself, so that a new route is here without a word. */
function deviceRoutes(): readonly Route[] {
  const found = devicePlane(endpoint.workings).app.routes.filter(({ method }) => method !== 'ALL');
  const names = found.map(({ method, path }) => `${method} /v1${path.replace(/\/$/, '')}`);
  return [...new Set(names)].map((name) => ({ name, access: undefined }));
}

function consoleRoutes(): readonly Route[] {
  return Object.entries(access).map(([route, needed]) => ({ name: route.replace(' ', ' /api'), access: needed }));
}

interface Call {
  readonly headers: Readonly<Record<string, string>>;
  /** True where the route takes this credential. */
  readonly good: boolean;
  readonly role?: Role;
  readonly scope?: Scope;
  readonly browser?: number;
}

const random = seededRandom(seed);

/** Mostly somebody who may, sometimes somebody who may not, or nobody. */
function chooseCaller({ name, access: needed }: Route): Call {
  if (random.chance(0.3)) return { headers: ownHeaders, good: needed === undefined && isOpen(name) };
  const kind = random.below(20);
  if (kind === 0) return { headers: { ...ownHeaders, authorization: strange() }, good: false };
  if (needed === undefined) return asBrowser(name, kind);
  if (needed.who === 'anyone') return { headers: ownHeaders, good: false };
  if (kind === 1) return { headers: ownHeaders, good: false };
  if (kind === 2) return { headers: { cookie: callers.people.get('owner') ?? '' }, good: false }; // as another site would
  if (kind === 3 || (kind < 8 && needed.service !== undefined)) {
    const scope = needed.service ?? random.pick([...callers.programs.keys()]);
    const authorization = `Bearer ${callers.programs.get(scope) ?? ''}`;
    return { headers: { ...ownHeaders, authorization }, good: needed.service === scope, scope };
  }
  const role = random.pick(kind === 4 ? roles : needed.who);
  const headers = { ...ownHeaders, cookie: callers.people.get(role) ?? '' };
  return { headers, good: needed.who.includes(role), role };
}

function asBrowser(name: string, kind: number): Call {
  const browser = random.below(callers.browsers.length);
  const authorization = `Bearer ${callers.browsers[browser]?.bearer ?? ''}`;
  if (kind === 1 || isOpen(name)) return { headers: { 'content-type': 'application/json' }, good: isOpen(name) };
  return { headers: { 'content-type': 'application/json', authorization }, good: true, browser };
}

/** Enrolling and asking for a token carry their credential in the body. */
function isOpen(name: string): boolean {
  return name === 'POST /v1/enrol' || name === 'POST /v1/token';
}

function strange(): string {
  const printable = random.pick(oddTexts).replaceAll(/[^\x20-\xff]/g, '?');
  return `${random.pick(['Bearer ', 'Basic ', ''])}${printable}`;
}

/** Answers of the guards that stand before the handlers. */
const guardStatuses: readonly number[] = [401, 403, 413, 429, 503];

async function tryOne(route: Route, material: Material): Promise<void> {
  const call = chooseCaller(route);
  const path = fillPath(route.name, material);
  const { body, headers } = makeBody(route.name, material);
  const [method = ''] = route.name.split(' ');
  const init = { method, headers: { ...call.headers, ...headers }, ...(body !== undefined && { body }) };
  const request = sendable(path, init);
  const tally = tallies.get(route.name);
  if (request === undefined || tally === undefined) return;
  const response = await endpoint.send(path, init);
  const text = await response.text();
  const { status } = response;
  tally.sent += 1;
  tally.statuses.set(status, (tally.statuses.get(status) ?? 0) + 1);
  const needsNothing = route.access?.who === 'anyone';
  const isReached = !guardStatuses.includes(status) || (status === 401 && /bad-signature|sign-in-refused/.test(text));
  if (isReached) tally.reached += 1;
  if (isReached && call.good && !needsNothing && (!isOpen(route.name) || status === 200)) tally.authenticated += 1;
  if (status >= 500 && status !== 503) failures.add(describeFailure(route.name, { path, status, body }));
  keepIds(route.name, text);
  const [, link] = (route.name.startsWith('POST /api/people') && /"token":"([\w-]{43})"/.exec(text)) || [];
  if (link !== undefined) links.splice(0, links.length, link, ...links.slice(0, 9));
  if (status === 401 || status === 403) await mend(call, text);
}

function describeFailure(name: string, given: { path: string; status: number; body: string | Uint8Array | undefined }) {
  const body = given.body === undefined ? '' : JSON.stringify(Buffer.from(given.body).toString().slice(0, 400));
  return `${given.status} ${name} ${given.path.slice(0, 200)} ${body}`;
}

/** What the platform's own `Request` refuses to be never reaches an endpoint. */
function sendable(path: string, init: RequestInit): Request | undefined {
  try {
    return new Request(`${origin}${path}`, init);
  } catch {
    return undefined;
  }
}

function keepIds(route: string, text: string): void {
  const [, , , resource = ''] = route.split(/[ /]/);
  const kept = ids.get(resource) ?? [];
  for (const [id] of text.slice(0, 3_000).matchAll(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f-]{21}/g)) kept.unshift(id);
  ids.set(resource, kept.slice(0, 40));
}

/** Somebody who should have passed did not: shut out, revoked, signed out, or not fresh any more. */
async function mend({ good, role, scope, browser }: Call, text: string): Promise<void> {
  if (!good || /cross-site|code-refused/.test(text)) return;
  if (role !== undefined) await callers.replacePerson(role);
  if (scope !== undefined) await callers.replaceProgram(scope);
  if (browser !== undefined) await callers.replaceBrowser(browser);
}

/** Lists that grow would make each later request slower: this drill is about single requests. */
async function prune(): Promise<void> {
  const { db, now } = endpoint;
  const old = new Date(now() - 120_000).toISOString();
  await db.query('DELETE FROM sink_queue');
  await db.query('DELETE FROM sinks WHERE id NOT IN (SELECT id FROM sinks LIMIT 5)');
  await db.query('DELETE FROM enrolment_tokens WHERE uses_left = 0 OR title = $1', ['Token']);
  await db.query('UPDATE enrolment_tokens SET revoked = false');
  await db.query('DELETE FROM policy_proposals WHERE proposed_at < $1::timestamptz', [old]);
  await db.query(
    'DELETE FROM api_keys WHERE revoked OR title <> ALL (ARRAY(SELECT jsonb_array_elements_text($1::jsonb)))',
    [JSON.stringify([...callers.programs.keys()])],
  );
  await db.query('DELETE FROM people WHERE id::text NOT IN (SELECT jsonb_array_elements_text($1::jsonb))', [
    JSON.stringify([...callers.personIds.values()]),
  ]);
  await db.query('DELETE FROM sessions WHERE person_id NOT IN (SELECT id FROM people)');
}

function heapAfterCollection(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / megabyte;
}

function printTable(): void {
  const lines = [...tallies].map(([name, { sent, reached, authenticated, statuses }]) => {
    const answers = [...statuses].toSorted(([a], [b]) => a - b).map(([status, count]) => `${status}×${count}`);
    return `${name.padEnd(36)} ${String(sent).padStart(6)} ${String(reached).padStart(6)} ${String(authenticated).padStart(6)}  ${answers.join(' ')}`;
  });
  const head = `${'route'.padEnd(36)} ${'sent'.padStart(6)} ${'reach.'.padStart(6)} ${'auth.'.padStart(6)}  answers`;
  process.stdout.write(`${[head, ...lines].join('\n')}\n`);
}

it('answers a hundred thousand odd requests without a crash, a 500 or a leak', async () => {
  const browserOf = () => callers.browsers[0];
  const keys = await Promise.all(
    callers.browsers.map(async ({ keys: own }) => {
      const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', own.publicKey);
      return { kty, crv, x, y };
    }),
  );
  const pending = randomSecret(); // who comes with it waits for approval
  await addEnrolmentToken(endpoint.db, {
    token: pending,
    expiresAt: endpoint.now() + 365 * 86_400_000,
    uses: 1_000_000,
    needsApproval: true,
  });
  let tokenRequest: unknown = await browserOf()?.tokenRequest();
  const material: Material = {
    random,
    now: endpoint.now,
    ids,
    enrolmentTokens: [endpoint.token, pending],
    links,
    publicKey: () => random.pick(keys),
    tokenRequest: () => tokenRequest,
  };
  let sent = 0;
  let heapBefore = 0;
  for (let round = 0; sent < requests; round += 1) {
    const chosen: Route[] = [];
    while (chosen.length < atOnce) {
      const route = random.pick(routes);
      if (random.chance(rare[route.name] ?? 1)) chosen.push(route);
    }
    await Promise.all(chosen.map((route) => tryOne(route, material)));
    endpoint.advance(400);
    if (round % 20 === 0) tokenRequest = await random.pick(callers.browsers).tokenRequest();
    if (round % 50 === 0) await prune();
    sent = [...tallies.values()].reduce((sum, tally) => sum + tally.sent, 0);
    if (heapBefore === 0 && sent > requests / 5) heapBefore = heapAfterCollection();
  }
  const heapAfter = heapAfterCollection();
  const total = (part: 'sent' | 'reached' | 'authenticated') =>
    [...tallies.values()].reduce((sum, tally) => sum + tally[part], 0);
  printTable();
  const share = Math.round((100 * total('authenticated')) / total('sent'));
  process.stdout.write(
    `fuzz: ${total('sent')} requests on ${endpoint.db.engine}, seed ${seed}, ${total('reached')} reached a handler, ${share} % authenticated; ` +
      `heap ${heapBefore.toFixed(0)} → ${heapAfter.toFixed(0)} MB, resident ${(process.memoryUsage().rss / megabyte).toFixed(0)} MB\n`,
  );
  expect([...failures].slice(0, 40)).toEqual([]);
  expect(unhandled).toEqual([]);
  expect((await endpoint.send('/readyz')).status).toBe(200);
  const never = [...tallies].filter(([, { reached }]) => reached === 0).map(([name]) => name);
  expect(never).toEqual([]);
  expect(total('sent')).toBeGreaterThanOrEqual(requests);
  expect(total('authenticated') / total('sent')).toBeGreaterThanOrEqual(0.3);
  expect(heapAfter - heapBefore).toBeLessThan(200);
});
