import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';

const run = promisify(execFile);

/** A PostgreSQL of our own, on loopback, in a folder that goes away with it. */
export interface OwnPostgresql {
  /** The address of a new, empty database. */
  newDatabase(): Promise<string>;
  /** Shuts down, waits for `whileAway`, and starts again on the same port. */
  restart(whileAway: () => Promise<void>): Promise<void>;
  /** Kills the postmaster at once, as a crash does, waits for `whileAway`, and starts again on the same port. */
  kill(whileAway?: () => Promise<void>): Promise<void>;
  /** False once the postmaster has ended, by itself or not. */
  isRunning(): boolean;
  stop(): Promise<void>;
}

export interface PostgresqlOptions {
  /** Where the folder of its data is made; the system's folder for temporary files when it is not said. */
  readonly parent?: string;
  /** Lines of `postgresql.conf`. */
  readonly settings?: readonly string[];
}

/** The folder that holds `initdb` and `postgres`; `undefined` when this machine has none. */
export function findBinaries(): string | undefined {
  const onPath = (process.env['PATH'] ?? '').split(delimiter);
  const debian = '/usr/lib/postgresql';
  const packaged = existsSync(debian) ? readdirSync(debian).map((version) => join(debian, version, 'bin')) : [];
  return [...packaged.toReversed(), ...onPath].find((folder) =>
    ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))),
  );
}

export async function startPostgresql(
  binaries: string,
  { parent = tmpdir(), settings = [] }: PostgresqlOptions = {},
): Promise<OwnPostgresql> {
  const folder = mkdtempSync(join(parent, 'sluice-postgresql-'));
  const account = await otherAccount();
  if (account) chownSync(folder, account.uid, account.gid);
  const data = join(folder, 'data');
  const options = { cwd: folder, ...account, env: { ...process.env, LC_ALL: 'C' } };
  await run(join(binaries, 'initdb'), ['-D', data, '-U', 'sluice', '-A', 'trust', '-E', 'UTF8'], options);
  const port = await freePort();
  const lines = [`listen_addresses = '127.0.0.1'`, `unix_socket_directories = ''`, ...settings];
  writeFileSync(join(data, 'postgresql.auto.conf'), `${lines.join('\n')}\n`);
  const launch = () =>
    spawn(join(binaries, 'postgres'), ['-D', data, '-p', String(port)], { ...options, stdio: 'ignore' });
  let server = launch();
  const address = (name: string) => `postgres://sluice@127.0.0.1:${port}/${name}`;
  await untilReady(address('postgres'));
  let databases = 0;
  return {
    async newDatabase() {
      databases += 1;
      const name = `test_${databases}`;
      await withClient(address('postgres'), (client) => client.query(`CREATE DATABASE ${name}`));
      return address(name);
    },
    async restart(whileAway) {
      await shutDown(server);
      await whileAway();
      server = launch();
      await untilReady(address('postgres'));
    },
    async kill(whileAway) {
      await end(server, 'SIGKILL');
      await whileAway?.();
      server = await startAgain(launch, address('postgres'));
    },
    isRunning: () => isRunning(server),
    async stop() {
      await shutDown(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL's fast shutdown. */
function shutDown(server: ChildProcess): Promise<void> {
  return end(server, 'SIGINT');
}

function end(server: ChildProcess, signal: 'SIGINT' | 'SIGKILL'): Promise<void> {
  if (!isRunning(server)) return Promise.resolve();
  return new Promise((resolve) => {
    server.once('exit', () => resolve());
    server.kill(signal);
  });
}

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}

/** As long as processes of the killed one live, a new one refuses to start: it is tried again. */
async function startAgain(launch: () => ChildProcess, url: string): Promise<ChildProcess> {
  for (let attempt = 0; attempt < 120; attempt += 1) {
    const server = launch();
    const refused = new Promise<false>((resolve) => server.once('exit', () => resolve(false)));
    if (await Promise.race([refused, untilReady(url).then(() => true)])) return server;
    await pause(500);
  }
  throw new Error('PostgreSQL did not start again');
}

/** PostgreSQL refuses to run as root. */
async function otherAccount(): Promise<{ readonly uid: number; readonly gid: number } | undefined> {
  if (userInfo().uid !== 0) return undefined;
  const name = await idOf('-u', 'postgres').then(
    () => 'postgres',
    () => 'nobody',
  );
  return { uid: await idOf('-u', name), gid: await idOf('-g', name) };
}

async function idOf(flag: '-u' | '-g', name: string): Promise<number> {
  return Number((await run('id', [flag, name])).stdout);
}

async function untilReady(url: string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    try {
      await withClient(url, (client) => client.query('SELECT 1'));
      return;
    } catch {
      await pause(100); // it is still starting
    }
  }
  throw new Error('PostgreSQL did not start');
}

export async function withClient(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    await work(client);
  } finally {
    await client.end();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
