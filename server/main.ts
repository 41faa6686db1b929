import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { writeJoinCode } from '../lib/contract/enrolment.ts';
import type { Policy, PolicyDocument } from '../lib/contract/policy.ts';
import { startAlertDelivery } from './alerts/deliver.ts';
import type { OidcOptions } from './auth/oidc-options.ts';
import { newSetupToken } from './auth/set-up.ts';
import { keepHouse } from './housekeeping.ts';
import { openKeys } from './keys/key-folder.ts';
import { listen } from './listen.ts';
import { logToStandardError } from './log.ts';
import type { Log } from './log.ts';
import { metricsPage } from './metrics/measure.ts';
import { createMetrics } from './metrics/metrics.ts';
import type { Metrics } from './metrics/metrics.ts';
import type { EndpointOptions } from './options.ts';
import { EndpointProblem } from './problem.ts';
import { publishPolicy } from './publish-policy.ts';
import type { Release } from './publish-policy.ts';
import { keepRevocations } from './revocations/keep.ts';
import { settleRootKeys } from './root-keys.ts';
import { notePolicy, signWhatIsDue } from './sign-due.ts';
import { startDelivery } from './sinks/deliver.ts';
import { adoptOldRows } from './store/audit.ts';
import { addEnrolmentToken, isUsableToken } from './store/enrolment-tokens.ts';
import { revokeInstall } from './store/installs.ts';
import { migrate } from './store/migrate.ts';
import { openDatabase } from './store/open-database.ts';
import { claimSetting, readSetting } from './store/settings.ts';
import { readTlsFiles } from './tls-files.ts';
import { createWeb } from './web.ts';
import type { Clock, Workings } from './workings.ts';

export interface Endpoint {
  readonly url: string;
  readonly consoleUrl: string;
  /** A one-time link; `null` once there is an owner. */
  readonly setupUrl: string | null;
  readonly joinCode: string;
  readonly enrollmentToken: string;
  /** Space-separated `kid:base64url`. */
  readonly policyRootKeys: string;
  /** Signs a policy and puts it in force, one sequence number above the last. */
  publishPolicy(policy: Policy, release: Release): Promise<PolicyDocument>;
  revokeInstall(installId: string): Promise<void>;
  /** Where `GET /metrics` answers on 127.0.0.1. */
  readonly metricsPort: number | undefined;
  /** Reads the certificate and its key again. What is wrong with them is thrown, and the old ones stay. */
  renewTls(): void;
  close(): Promise<void>;
}

/** What only a program that embeds the endpoint sets. */
export interface EmbeddingOptions extends EndpointOptions {
  readonly clock?: Clock | undefined;
  readonly log?: Log | undefined;
  readonly consoleDir?: string | undefined;
  /** The organisation's own sign-in, where there is one. */
  readonly oidc?: OidcOptions | undefined;
  /** How long a process that stops still answers, while `/readyz` sends visitors to others. */
  readonly drainMilliseconds?: number | undefined;
}

const builtConsole = fileURLToPath(new URL('../.output/console', import.meta.url));
const year = 365 * 86_400_000;
/** Others may take over where they share a PostgreSQL. With the five seconds of `close` it fits into the ten that containers get. */
const drainMilliseconds = 3_000;
const [tokenUses, perDay] = [10_000, 5_000];

/** Starts the endpoint and resolves when it answers. Throws `EndpointProblem` with one sentence for what a person can mend. */
export async function startEndpoint(options: EmbeddingOptions): Promise<Endpoint> {
  const { orgId = 'trial', clock = Date.now, log = logToStandardError } = options;
  const dataDir = resolve(options.dataDir);
  if (options.tls !== undefined) readTlsFiles(options.tls, clock()); // said before anything is made
  const keys = openKeys(join(dataDir, 'keys'), { orgId, clock, rootKeys: options.rootKeys });
  const db = await openDatabase({ dataDir, databaseUrl: options.databaseUrl, log });
  const workings: Workings = { db, keys, orgId, clock, log };
  try {
    await migrate(db);
    await prepare(workings);
    return await serve(workings, options);
  } catch (error) {
    await db.close();
    throw error;
  }
}

async function serve(workings: Workings, options: EmbeddingOptions): Promise<Endpoint> {
  const { db, keys, orgId, log } = workings;
  const ended = new AbortController();
  const { server, metrics, metricsServer, url, renewTls } = await openDoors(workings, options, ended.signal);
  await notePolicy(workings, metrics);
  const housekeeping = keepHouse(workings, ended.signal, metrics);
  const delivery = startDelivery(workings, ended.signal);
  const alerts = startAlertDelivery(workings, { publicUrl: url, signal: ended.signal, metrics });
  const setupToken = await newSetupToken(workings);
  const enrollmentToken = keys.enrolmentToken();
  log('endpoint-ready', { engine: db.engine, port: server.port });
  return {
    url,
    consoleUrl: `${url}/`,
    // Behind a hash the token reaches no log and no other server.
    setupUrl: setupToken === undefined ? null : `${url}/setup#${setupToken}`,
    joinCode: writeJoinCode({ url, orgId, token: enrollmentToken, rootKeys: keys.policyRootKeys }),
    enrollmentToken,
    policyRootKeys: keys.policyRootKeys,
    publishPolicy: (policy, release) => publishPolicy(workings, policy, release),
    async revokeInstall(installId) {
      await revokeInstall(db, installId, workings.clock());
    },
    metricsPort: metricsServer?.port,
    renewTls,
    async close() {
      ended.abort(); // from here on /readyz says 503
      await pause(options.drainMilliseconds ?? (db.engine === 'postgresql' ? drainMilliseconds : 0));
      await metricsServer?.close();
      await server.close();
      await Promise.all([delivery, alerts, housekeeping()]);
      await db.close();
    },
  };
}

/** Where the endpoint answers: to browsers and people, and, where it is asked for, to whoever gathers metrics. */
async function openDoors(workings: Workings, options: EmbeddingOptions, ending: AbortSignal) {
  const own = new Set<string>();
  const metrics = createMetrics({ delegationEnd: () => delegationEnd(workings) });
  const consoleDir = options.consoleDir ?? builtConsole;
  let url = '';
  const site = { isOwnOrigin: (origin: string) => own.has(origin), publicUrl: () => url, oidc: options.oidc };
  const web = createWeb(workings, { metrics, ...site, ending, consoleDir, trustedProxies: options.trustedProxies });
  if (options.publicUrl !== undefined && options.tls === undefined && options.trustedProxies === undefined)
    workings.log('trusted-proxies-missing'); // every client then has the address of the proxy, and they share one allowance
  const readTls = () => options.tls && readTlsFiles(options.tls, workings.clock());
  const listening = { port: options.port ?? 0, host: options.host ?? '127.0.0.1', tls: readTls() };
  const metricsServer = await listenForMetrics(metrics, options.metricsPort);
  const server = await listen(web.fetch, { ...listening, shortcut: web.shortcut }).catch(async (error: unknown) => {
    await metricsServer?.close();
    throw error;
  });
  const scheme = listening.tls === undefined ? 'http' : 'https';
  url = options.publicUrl ?? `${scheme}://localhost:${server.port}`;
  for (const host of ['localhost', '127.0.0.1']) own.add(`${scheme}://${host}:${server.port}`);
  own.add(url);
  const renewTls = () => {
    const files = readTls();
    if (files === undefined) return;
    server.renewTls(files);
    workings.log('tls-renewed');
  };
  return { server, metrics, metricsServer, url, renewTls };
}

async function delegationEnd({ keys }: Workings): Promise<number | undefined> {
  const granted = await keys.granted();
  return granted && Math.floor(Date.parse(granted.notAfter) / 1_000);
}

async function listenForMetrics(metrics: Metrics, port: number | undefined) {
  if (port === undefined) return undefined;
  return listen(metricsPage(metrics).fetch, { port, host: '127.0.0.1', portOption: '--metrics-port' });
}

/** What a first start makes, and what a later one keeps fresh. */
async function prepare(workings: Workings): Promise<void> {
  const { db, keys, clock, log } = workings;
  await checkBelonging(workings);
  await adoptOldRows(db);
  await prepareToken(workings);
  await keepRevocations(workings);
  await signWhatIsDue(workings);
  if (!keys.isOffline) log('root-key-not-offline', { keys: keys.policyRootKeys });
  if (db.engine === 'pglite')
    log('embedded-database-does-not-fsync', { day: new Date(clock()).toISOString().slice(0, 10) });
}

/** A database goes with one organisation and one folder of keys; another's would sign what no browser trusts. */
async function checkBelonging({ db, keys, orgId, clock }: Workings): Promise<void> {
  await claimSetting(db, 'organisation', orgId);
  const organisation = await readSetting(db, 'organisation');
  if (organisation !== orgId) {
    throw new EndpointProblem(`The database belongs to the organisation ${organisation ?? ''}; name it with --org.`);
  }
  await settleRootKeys({ db, keys, clock });
}

async function prepareToken({ db, keys, clock }: Workings): Promise<void> {
  const now = clock();
  const add = (token: string) =>
    addEnrolmentToken(db, {
      token,
      title: 'Trial',
      expiresAt: now + year,
      uses: tokenUses,
      perDay,
      createdBy: 'Sluice',
      now,
    });
  await add(keys.enrolmentToken());
  // The same token at each start, until it has expired, is used up or was revoked.
  if (!(await isUsableToken(db, keys.enrolmentToken(), now))) await add(keys.enrolmentToken('renew'));
}
