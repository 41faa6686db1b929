import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Hono } from 'hono';
import { builtInPolicy } from '../../lib/policy/built-in.ts';
import { requireInstall } from '../../server/api/bearer.ts';
import { createInstallStates, requireKnown } from '../../server/api/install-states.ts';
import type { DeviceEnv } from '../../server/api/bearer.ts';
import { incidentsRoute } from '../../server/api/incidents.ts';
import { rateLimit } from '../../server/api/rate-limit.ts';
import { openKeys } from '../../server/keys/key-folder.ts';
import { listen } from '../../server/listen.ts';
import { publishPolicy } from '../../server/publish-policy.ts';
import { addEnrolmentToken } from '../../server/store/enrolment-tokens.ts';
import { enrol } from '../../server/store/installs.ts';
import { migrate } from '../../server/store/migrate.ts';
import { openDatabase } from '../../server/store/open-database.ts';
import { currentPolicy } from '../../server/store/policies.ts';
import { createWeb } from '../../server/web.ts';
import { createMetrics } from '../../server/metrics/metrics.ts';
import type { Workings } from '../../server/workings.ts';

/** One side of a measurement, in a process of its own. */
export interface ServerTask {
  /** The whole endpoint; its incidents with a transaction for each request; or Node's bare server that answers 304. */
  readonly kind: 'endpoint' | 'one-by-one' | 'bare';
  readonly folder: string;
  readonly databaseUrl?: string | undefined;
}

export interface ServerReady {
  readonly port: number;
  readonly bearers: readonly string[];
  readonly etag: string;
}

const installs = 64;
const noLimit = { burst: 1e9, perSecond: 1e9 };
const etag = `"${'x'.repeat(43)}"`;

async function start({ kind, folder, databaseUrl }: ServerTask): Promise<ServerReady> {
  if (kind === 'bare') return startBare();
  const log = () => undefined;
  const keys = openKeys(join(folder, 'keys'), { orgId: 'bench', clock: Date.now });
  const db = await openDatabase({ dataDir: folder, databaseUrl, log });
  const workings: Workings = { db, keys, orgId: 'bench', clock: Date.now, log };
  await migrate(db);
  if ((await currentPolicy(db)) === undefined) {
    await publishPolicy(workings, builtInPolicy, { author: 'A', approver: 'B' });
  }
  const bearers = await join64(workings);
  const app = kind === 'endpoint' ? wholeOf(workings, folder) : oneByOne(workings);
  const shortcut = 'shortcut' in app ? app.shortcut : undefined;
  const { port } = await listen(app.fetch, { port: 0, host: '127.0.0.1', shortcut });
  return { port, bearers, etag: (await currentPolicy(db))?.etag ?? '' };
}

function wholeOf(workings: Workings, consoleDir: string) {
  return createWeb(workings, {
    isOwnOrigin: () => true,
    publicUrl: () => 'http://localhost',
    consoleDir,
    deviceRate: noLimit,
    metrics: createMetrics(), // as every endpoint has them
  });
}

function oneByOne(workings: Workings) {
  const limits = { entries: 1_000, requests: 1, flights: Infinity };
  const states = createInstallStates(workings);
  const app = new Hono<DeviceEnv>();
  app.use('/v1/incidents', requireInstall(workings, { limit: rateLimit(noLimit), states }), requireKnown(states));
  app.route('/v1/incidents', incidentsRoute(workings, { limits }));
  return app;
}

async function join64({ db, keys }: Workings): Promise<readonly string[]> {
  const token = randomUUID();
  await addEnrolmentToken(db, { token, expiresAt: Date.now() + 86_400_000, uses: installs });
  const publicKey = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'B'.repeat(43) } as const;
  const bearers: string[] = [];
  for (let index = 0; index < installs; index += 1) {
    const id = randomUUID();
    await enrol(db, { id, token, publicKey, now: Date.now() });
    bearers.push(keys.mintBearer(id));
  }
  return bearers;
}

/** Only what a server must do to answer: no check of who asks, no look into a database. */
async function startBare(): Promise<ServerReady> {
  const server = createServer((request, response) => {
    const known = request.headers['if-none-match'] === etag;
    response.writeHead(known ? 304 : 200, { ETag: etag, 'Cache-Control': 'no-cache' });
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, bearers: ['none'], etag };
}

let peak = 0;
setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 50).unref();
process.on('message', () => {
  process.send?.({ rss: process.memoryUsage.rss(), peak });
  peak = 0;
});
process.send?.(await start(JSON.parse(process.argv[2] ?? '{}') as ServerTask));
