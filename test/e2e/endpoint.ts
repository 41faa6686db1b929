import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { programArgs } from '../../scripts/bundled.mjs';
import { prepareDataFolder } from '../../server/testing/pglite.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What the endpoint prints when it is ready. */
export interface Ready {
  readonly url: string;
  readonly consoleUrl: string;
  readonly setupUrl: string | null;
  readonly joinCode: string;
  readonly enrollmentToken: string;
  readonly policyRootKeys: string;
}

/** The real command with its own data folder. It can be killed and started again on the same data and port. */
export interface Endpoint {
  readonly ready: () => Ready;
  readonly data: string;
  readonly kill: () => Promise<void>;
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function startEndpoint(): Promise<Endpoint> {
  const data = mkdtempSync(join(tmpdir(), 'sluice-endpoint-'));
  await prepareDataFolder(data);
  let { child, ready } = await run(data, 0);
  const kill = () => ended(child, 'SIGKILL');
  return {
    ready: () => ready,
    data,
    kill,
    async restart() {
      const port = Number(new URL(ready.url).port);
      ({ child, ready } = await run(data, port));
    },
    async close() {
      await ended(child, 'SIGTERM');
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function run(data: string, port: number): Promise<{ child: ChildProcess; ready: Ready }> {
  const args = [...(await programArgs('server/cli.ts')), '--port', String(port), '--data', data];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const errors: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString()));
  const ready = await new Promise<Ready>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) => resolve(JSON.parse(line) as Ready));
    child.once('exit', (code) => reject(new Error(`the endpoint ended with ${code}: ${errors.join('')}`)));
  });
  return { child, ready };
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    child.once('exit', () => done());
    child.kill(signal);
  });
}
