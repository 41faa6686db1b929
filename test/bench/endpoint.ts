import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBinaries, startPostgresql } from '../../server/testing/postgresql.ts';
import { measureConsole } from './endpoint-console.ts';
import type { Load, LoadResult } from './endpoint-load.ts';
import type { ServerReady, ServerTask } from './endpoint-server.ts';
import { table } from './table.ts';

/** What the endpoint carries, each figure against the least that any server must do, turn by turn in one run. */
const rounds = 7;
const memoryIncidents = Number(process.env['SLUICE_BENCH_INCIDENTS'] ?? 100_000);
const consoleRows = Number(process.env['SLUICE_BENCH_ROWS'] ?? 500_000);

interface Running {
  readonly ready: ServerReady;
  memory(): Promise<{ readonly rss: number; readonly peak: number }>;
  stop(): void;
}

type Side = (seconds: number) => Load;

export async function benchEndpoint(): Promise<string> {
  const binaries = findBinaries();
  const folder = mkdtempSync(join(tmpdir(), 'sluice-bench-endpoint-'));
  const head = ['what', 'measured', 'beside it, same run', 'ratio', 'bar'];
  const postgresql = binaries === undefined ? undefined : await startPostgresql(binaries);
  const nextUrl = () => postgresql?.newDatabase() ?? Promise.resolve(undefined);
  try {
    const rows = [await policyRow(folder, await nextUrl())];
    if (postgresql === undefined) rows.push(['PostgreSQL', 'not measured (no binaries found)', '', '', '']);
    else {
      rows.push(await batchRow(folder, await postgresql.newDatabase()));
      rows.push(await singleRow(folder, { urls: [await nextUrl(), await nextUrl()], bar: 1.5 }));
    }
    rows.push(await singleRow(folder, { urls: [undefined, undefined], bar: 4 }));
    if (postgresql !== undefined) {
      rows.push(await memoryRow(folder, await postgresql.newDatabase()));
      rows.push(...(await consoleRowsOf(await postgresql.newDatabase())));
    }
    return table(head, rows);
  } finally {
    generator?.kill();
    await postgresql?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function policyRow(folder: string, databaseUrl: string | undefined) {
  const own = await startServer({ kind: 'endpoint', folder: join(folder, 'policy'), databaseUrl });
  const bare = await startServer({ kind: 'bare', folder });
  const side =
    ({ ready }: Running) =>
    (seconds: number): Load => {
      return { kind: 'policy', server: ready, connections: 64, batch: 1, seconds };
    };
  const [ours, theirs] = await sideBySide([side(own), side(bare)], 1);
  for (const server of [own, bare]) server.stop();
  const what = 'policy answered 304, with authentication, against a bare node:http server, 64 connections';
  return ratioRow(what, { ours, theirs, unit: '/s', bar: 0.8 });
}

async function batchRow(folder: string, databaseUrl: string) {
  const server = await startServer({ kind: 'endpoint', folder: join(folder, 'batch'), databaseUrl });
  const common = { connections: 8, batch: 50 };
  const whole: Side = (seconds) => ({ ...common, kind: 'incidents', server: server.ready, seconds });
  const insert: Side = (seconds) => ({ ...common, kind: 'insert', databaseUrl, seconds });
  const [ours, theirs] = await sideBySide([whole, insert], 1);
  server.stop();
  const what = 'incidents in batches of 50, from HTTP to receipt, against the bare INSERT, 8 connections, PostgreSQL';
  return ratioRow(what, { ours, theirs, unit: '/s', bar: 0.4 });
}

async function singleRow(
  folder: string,
  { urls, bar }: { readonly urls: readonly (string | undefined)[]; readonly bar: number },
) {
  const name = urls[0] === undefined ? 'PGlite' : 'PostgreSQL';
  const grouped = await startServer({
    kind: 'endpoint',
    folder: join(folder, `${name}-grouped`),
    databaseUrl: urls[0],
  });
  const single = await startServer({
    kind: 'one-by-one',
    folder: join(folder, `${name}-single`),
    databaseUrl: urls[1],
  });
  const side =
    ({ ready }: Running) =>
    (seconds: number): Load => {
      return { kind: 'incidents', server: ready, connections: 32, batch: 1, seconds };
    };
  const [ours, theirs] = await sideBySide([side(grouped), side(single)], 1);
  for (const server of [grouped, single]) server.stop();
  const what = `incidents one by one, group commit against a transaction each, 32 connections, ${name}`;
  return ratioRow(what, { ours, theirs, unit: '/s', bar });
}

async function memoryRow(folder: string, databaseUrl: string) {
  const server = await startServer({ kind: 'endpoint', folder: join(folder, 'memory'), databaseUrl });
  const start = (await server.memory()).rss;
  const load: Load = {
    kind: 'incidents',
    server: server.ready,
    connections: 8,
    batch: 50,
    seconds: 1_800,
    limit: memoryIncidents,
  };
  const { done } = await runLoad(load);
  const { peak } = await server.memory();
  server.stop();
  const megabytes = (peak - start) / 1e6;
  const what = `memory of the endpoint’s process, most during ${done.toLocaleString('en')} incidents, over its start, PostgreSQL`;
  return [
    what,
    `${megabytes.toFixed(0)} MB`,
    `${(start / 1e6).toFixed(0)} MB at its start`,
    '',
    verdict(sized('≤ 200 MB', { is: done, asked: 1_000_000 }), megabytes <= 200),
  ];
}

async function consoleRowsOf(databaseUrl: string) {
  const { pages, cubes } = await measureConsole(databaseUrl, consoleRows);
  const pageRows = pages.map(({ name, median }) => {
    const what = `first page of incidents, ${consoleRows.toLocaleString('en')} rows, ${name}`;
    const bar = sized('≤ 200 ms', { is: consoleRows, asked: 5_000_000 });
    return [what, `${median.toFixed(1)} ms`, '', '', verdict(bar, median <= 200)];
  });
  const cubeRows = cubes.map(({ name, median }) => {
    const what = `count cube by day, from what was published of ${name}, 20 rules and 30 groups`;
    return [what, `${median.toFixed(0)} ms`, '', '', verdict('≤ 1,500 ms', median <= 1_500)];
  });
  return [...pageRows, ...cubeRows];
}

/** Medians of both, which take turns; the first turn of each warms up and is not counted. */
async function sideBySide(sides: readonly [Side, Side], seconds: number): Promise<readonly [number, number]> {
  const found: [number[], number[]] = [[], []];
  for (const side of sides) await runLoad(side(1));
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, side] of sides.entries()) found[index]?.push((await runLoad(side(seconds))).perSecond);
  }
  return [median(found[0]), median(found[1])];
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

function ratioRow(
  what: string,
  {
    ours,
    theirs,
    unit,
    bar,
  }: { readonly ours: number; readonly theirs: number; readonly unit: string; readonly bar: number },
) {
  const figure = (value: number) => `${Math.round(value).toLocaleString('en')}${unit}`;
  const ratio = ours / theirs;
  return [what, figure(ours), figure(theirs), `${ratio.toFixed(2)} ×`, verdict(`≥ ${bar} ×`, ratio >= bar)];
}

/** A bar is for a size; at another one the answer says so. */
function sized(bar: string, { is, asked }: { readonly is: number; readonly asked: number }): string {
  return is >= asked ? bar : `${bar} at ${asked.toLocaleString('en')}; at this size`;
}

function verdict(bar: string, isReached: boolean): string {
  return `${bar}: ${isReached ? 'yes' : 'no'}`;
}

async function startServer(task: ServerTask): Promise<Running> {
  const child = fork(fileURLToPath(new URL('endpoint-server.ts', import.meta.url)), [JSON.stringify(task)]);
  const ready = await messageOf<ServerReady>(child);
  return {
    ready,
    memory: async () => {
      child.send('memory');
      return messageOf(child);
    },
    stop: () => child.kill(),
  };
}

/** Load comes from a process of its own, so that it does not share a loop with what it measures. */
function runLoad(load: Load): Promise<LoadResult> {
  generator ??= fork(fileURLToPath(new URL('endpoint-load.ts', import.meta.url)));
  const result = messageOf<LoadResult>(generator);
  generator.send(load);
  return result;
}

let generator: ChildProcess | undefined;

function messageOf<Message>(child: ChildProcess): Promise<Message> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('a process of the bench ended early'));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message as Message);
    });
  });
}
