import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { programArgs } from '../../scripts/bundled.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

const ReadyLine = z.strictObject({
  url: z.string(),
  consoleUrl: z.string(),
  setupUrl: z.nullable(z.string()),
  joinCode: z.string(),
  enrollmentToken: z.string(),
  policyRootKeys: z.string(),
});
type ReadyLine = z.infer<typeof ReadyLine>;

export interface EndpointProcess {
  readonly ready: ReadyLine;
  /** All that was printed on standard output. */
  readonly printed: readonly string[];
  /** Ends it and waits for its exit code; `null` after a kill. */
  stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

/** The real command line, in a process of its own. */
export async function startProcess(
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<EndpointProcess> {
  const child = launch([...(await programArgs('server/cli.ts')), ...args], env);
  const printed: string[] = [];
  const lines = createInterface({ input: child.stdout });
  const ready = await new Promise<ReadyLine>((resolve, reject) => {
    lines.on('line', (line) => {
      printed.push(line);
      if (printed.length === 1) resolve(ReadyLine.parse(JSON.parse(line)));
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code ?? 'a signal'} before it was ready`)));
  });
  return {
    ready,
    printed,
    stop: (signal) =>
      new Promise((resolve) => {
        child.once('exit', (code) => resolve(code));
        child.kill(signal);
      }),
  };
}

/** Runs the command line to its end. */
export async function runToEnd(args: readonly string[], env: Record<string, string> = {}) {
  const child = launch([...(await programArgs('server/cli.ts')), ...args], env);
  let [output, errors] = ['', ''];
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (errors += String(chunk)));
  return new Promise<{ readonly code: number | null; readonly output: string; readonly errors: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, output, errors }));
  });
}

function launch(args: readonly string[], env: Record<string, string>) {
  const { DATABASE_URL: _ignored, ...inherited } = process.env;
  return spawn(process.execPath, args, {
    cwd: root,
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
