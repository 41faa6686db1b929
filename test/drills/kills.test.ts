import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { logToStandardError } from '../../server/log.ts';
import { openPglite } from '../../server/store/pglite.ts';
import { openPostgresql } from '../../server/store/postgresql.ts';
import type { Send } from '../../server/testing/browser.ts';
import { startProcess } from '../../server/testing/endpoint-process.ts';
import type { EndpointProcess } from '../../server/testing/endpoint-process.ts';
import { prepareDataFolder } from '../../server/testing/pglite.ts';
import { findBinaries, startPostgresql } from '../../server/testing/postgresql.ts';
import { expectAllStored, startLoad } from './load.ts';

const [endpointKills, pgliteKills, postmasterKills] = [20, 20, 10];
const browsers = 4;

const newFolder = () => mkdtempSync(join(tmpdir(), 'sluice-drill-'));
const inFolder = (folder: string) => ['--port', '0', '--data', folder];

/** Kills the endpoint again and again, each time a little later in its life, while browsers push to whichever runs. */
async function killAgainAndAgain(start: () => Promise<EndpointProcess>, kills: number) {
  let running = await start();
  const send: Send = (path, init) => fetch(`${running.ready.url}${path}`, init);
  const load = await startLoad({ send, token: running.ready.enrollmentToken, browsers });
  for (let kill = 0; kill < kills; kill += 1) {
    await load.progress(20 + kill * 7);
    expect(await running.stop('SIGKILL')).toBe(null);
    running = await start();
  }
  const done = await load.finish();
  expect(load.answered(500)).toBe(0);
  expect(await running.stop('SIGTERM')).toBe(0);
  return { done, unanswered: load.answered(0) };
}

function say(what: string, kills: number, entries: number, unanswered: number): void {
  process.stdout.write(
    `drill: ${what} killed ×${kills}, ${unanswered} requests without an answer or with 503; ${entries} incidents acknowledged, 0 missing, 0 twice\n`,
  );
}

describe.concurrent('under the load of several browsers', () => {
  it('the endpoint on the embedded database loses nothing that it acknowledged', async () => {
    const folder = newFolder();
    await prepareDataFolder(folder);
    const { done, unanswered } = await killAgainAndAgain(() => startProcess(inFolder(folder)), pgliteKills);
    const db = await openPglite(folder);
    say('endpoint on PGlite', pgliteKills, await expectAllStored(db, done), unanswered);
    await db.close();
  });

  it.skipIf(findBinaries() === undefined)('the endpoint on PostgreSQL loses nothing that it acknowledged', async () => {
    const server = await startPostgresql(findBinaries()!);
    const url = await server.newDatabase();
    const folder = newFolder();
    const start = () => startProcess(inFolder(folder), { DATABASE_URL: url });
    const { done, unanswered } = await killAgainAndAgain(start, endpointKills);
    const db = openPostgresql(url, logToStandardError);
    say('endpoint on PostgreSQL', endpointKills, await expectAllStored(db, done), unanswered);
    await db.close();
    await server.stop();
  });
});

describe.skipIf(findBinaries() === undefined)('a killed PostgreSQL', () => {
  it('has lost nothing that the endpoint acknowledged, and the same endpoint goes on', async () => {
    const server = await startPostgresql(findBinaries()!);
    const url = await server.newDatabase();
    const endpoint = await startProcess(inFolder(newFolder()), { DATABASE_URL: url });
    const send: Send = (path, init) => fetch(`${endpoint.ready.url}${path}`, init);
    const load = await startLoad({ send, token: endpoint.ready.enrollmentToken, browsers });
    for (let kill = 0; kill < postmasterKills; kill += 1) {
      await load.progress(50 + kill * 11);
      const before = load.answered(503);
      await server.kill(async () => {
        while (load.answered(503) === before) await pause(20);
        expect((await send('/healthz')).status).toBe(200);
      });
    }
    const done = await load.finish();
    expect(load.answered(0)).toBe(0); // the endpoint itself never went away
    expect(load.answered(500)).toBe(0);
    expect(await endpoint.stop('SIGTERM')).toBe(0);
    const db = openPostgresql(url, logToStandardError);
    say('postmaster', postmasterKills, await expectAllStored(db, done), load.answered(503));
    await db.close();
    await server.stop();
  });
});

it.skipIf(findBinaries() !== undefined)('has PostgreSQL to kill', () => {
  process.stdout.write('skipped: drills of PostgreSQL (no binaries found)\n');
  expect(process.env['CI']).not.toBe('1');
});
