import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeJoinCode } from '../lib/contract/enrolment.ts';
import type { Policy, PolicyDocument } from '../lib/contract/policy.ts';
import { builtInPolicy } from '../lib/policy/built-in.ts';
import { signCheckpoint } from './audit/checkpoint.ts';
import type { OidcOptions } from './auth/oidc-options.ts';
import { newSetupToken } from './auth/set-up.ts';
import { keepHouse } from './housekeeping.ts';
import { openKeys } from './keys/key-folder.ts';
import { listen } from './listen.ts';
import { logToStandardError } from './log.ts';
import type { Log } from './log.ts';
import type { EndpointOptions } from './options.ts';
import { EndpointProblem } from './problem.ts';
import { publishPolicy, renewPolicy } from './publish-policy.ts';
import type { Release } from './publish-policy.ts';
import { adoptOldRows } from './store/audit.ts';
import { addEnrolmentToken, isUsableToken, revokeInstall } from './store/installs.ts';
import { migrate } from './store/migrate.ts';
import { openDatabase } from './store/open-database.ts';
import { currentPolicy } from './store/policies.ts';
import { claimSetting, readSetting } from './store/settings.ts';
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
  close(): Promise<void>;
}

/** What only a program that embeds the endpoint sets. */
export interface EmbeddingOptions extends EndpointOptions {
  readonly clock?: Clock | undefined;
  readonly log?: Log | undefined;
  readonly consoleDir?: string | undefined;
  /** The organisation's own sign-in, where there is one. */
  readonly oidc?: OidcOptions | undefined;
}

const builtConsole = fileURLToPath(new URL('../.output/console', import.meta.url));
const year = 365 * 86_400_000;
const tokenUses = 10_000;

/** Starts the endpoint and resolves when it answers. Throws `EndpointProblem` with one sentence for what a person can mend. */
export async function startEndpoint(options: EmbeddingOptions): Promise<Endpoint> {
  const { orgId = 'trial', clock = Date.now, log = logToStandardError } = options;
  const dataDir = resolve(options.dataDir);
  const keys = openKeys(join(dataDir, 'keys'), { orgId, clock });
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
  const own = new Set<string>();
  let url = '';
  const web = createWeb(workings, {
    isOwnOrigin: (origin) => own.has(origin),
    publicUrl: () => url,
    oidc: options.oidc,
    consoleDir: options.consoleDir ?? builtConsole,
  });
  const server = await listen(web.fetch, { port: options.port ?? 0, host: options.host ?? '127.0.0.1' });
  url = options.publicUrl ?? `http://localhost:${server.port}`;
  for (const origin of [url, `http://localhost:${server.port}`, `http://127.0.0.1:${server.port}`]) own.add(origin);
  const ended = new AbortController();
  keepHouse(workings, ended.signal);
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
    revokeInstall: (installId) => revokeInstall(db, installId),
    async close() {
      ended.abort();
      await server.close();
      await db.close();
    },
  };
}

/** What a first start makes, and what a later one keeps fresh. */
async function prepare(workings: Workings): Promise<void> {
  const { db, keys, clock, log } = workings;
  await checkBelonging(workings);
  await adoptOldRows(db);
  await prepareToken(workings);
  if ((await currentPolicy(db)) === undefined) {
    await publishPolicy(workings, trialPolicy, { author: 'Sluice', approver: 'Sluice (first start)' });
  } else {
    await renewPolicy(workings);
  }
  await signCheckpoint(workings);
  log('root-key-not-offline', { keys: keys.policyRootKeys });
  if (db.engine === 'pglite')
    log('embedded-database-does-not-fsync', { day: new Date(clock()).toISOString().slice(0, 10) });
}

/** A database goes with one organisation and one folder of keys; another's would sign what no browser trusts. */
async function checkBelonging({ db, keys, orgId }: Workings): Promise<void> {
  await claimSetting(db, 'organisation', orgId);
  const organisation = await readSetting(db, 'organisation');
  if (organisation !== orgId) {
    throw new EndpointProblem(`The database belongs to the organisation ${organisation ?? ''}; name it with --org.`);
  }
  await claimSetting(db, 'root-keys', keys.policyRootKeys);
  if ((await readSetting(db, 'root-keys')) !== keys.policyRootKeys) {
    throw new EndpointProblem('The database was started with other keys; give the folder that holds them with --data.');
  }
}

async function prepareToken({ db, keys, clock }: Workings): Promise<void> {
  const add = (token: string) => addEnrolmentToken(db, { token, expiresAt: clock() + year, uses: tokenUses });
  await add(keys.enrolmentToken());
  // The same token at each start, until it has expired or is used up.
  if (!(await isUsableToken(db, keys.enrolmentToken(), clock()))) await add(keys.enrolmentToken('renew'));
}

/** The built-in protection, but pushed at once: in a trial people watch the console. */
const trialPolicy: Policy = {
  ...builtInPolicy,
  incidents: { ...builtInPolicy.incidents, pushDelaySeconds: [0, 2] },
};
