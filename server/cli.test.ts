import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { readJoinCode } from '../lib/contract/enrolment.ts';
import { readOptions } from './options.ts';
import { openPglite } from './store/pglite.ts';
import { TestBrowser, incidentAt } from './testing/browser.ts';
import type { Entry, Send } from './testing/browser.ts';
import { runToEnd, startProcess } from './testing/endpoint-process.ts';
import type { EndpointProcess } from './testing/endpoint-process.ts';
import { prepareDataFolder } from './testing/pglite.ts';
import { findBinaries, startPostgresql } from './testing/postgresql.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'sluice-cli-'));
const inFolder = (folder: string) => ['--port', '0', '--data', folder];

const idOf = ({ event }: Entry) => incidentId.parse(JSON.parse(event)).id;
const incidentId = z.object({ id: z.uuidv4() });

/**
 * Pushes batches of five while the endpoint is killed again and again: each time after some more answers, with a batch under way.
 * Returns the ids that a receipt acknowledged before a kill.
 */
async function pushThroughKills(start: () => Promise<EndpointProcess>, kills: number) {
  let running = await start();
  const send: Send = (path, init) => fetch(`${running.ready.url}${path}`, init);
  const browser = await TestBrowser.join(send, running.ready.enrollmentToken);
  let known = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    for (let index = 0; index < 60; index += 1) await browser.note(incidentAt(Date.now()));
    let answers = 0;
    let killed: Promise<unknown> | undefined;
    for (;;) {
      const pushed = browser.push(known, browser.entries.slice(known, known + 5)).catch(() => undefined);
      if (answers === 3 + kill) killed = running.stop('SIGKILL');
      const reply = await pushed;
      if (reply === undefined) break;
      answers += 1;
      known = Math.max(known, reply.receipt.count);
    }
    await killed;
    running = await start();
  }
  const acknowledged = browser.entries.slice(0, known).map(idOf);
  for (let from = known; from < browser.entries.length; from += 100) {
    known = (await browser.push(from, browser.entries.slice(from, from + 100))).receipt.count;
  }
  return { running, browser, acknowledged };
}

describe('the command line', () => {
  it('prints one line when it is ready, keeps the join code, and ends cleanly', async () => {
    const folder = newFolder();
    const first = await startProcess(inFolder(folder));
    const { url, consoleUrl, setupUrl, joinCode, enrollmentToken, policyRootKeys } = first.ready;
    expect(url).toMatch(/^http:\/\/localhost:\d+$/);
    expect(consoleUrl).toBe(`${url}/`);
    expect(setupUrl).toMatch(new RegExp(`^${url}/setup#[\\w-]{43}$`));
    expect(readJoinCode(joinCode)).toEqual({ url, orgId: 'trial', token: enrollmentToken, rootKeys: policyRootKeys });
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    const second = await runToEnd(inFolder(folder));
    expect(second).toMatchObject({ code: 1, output: '' });
    expect(second.errors).toMatch(/^The folder .* is in use by another Sluice endpoint \(process \d+\); [^\n]*\n$/);
    expect(await first.stop('SIGTERM')).toBe(0);
    expect(first.printed).toHaveLength(1);
    const port = new URL(url).port;
    const again = await startProcess(['--port', port, '--data', folder]);
    expect(again.ready).toMatchObject({ joinCode, enrollmentToken, policyRootKeys });
    expect(await again.stop('SIGTERM')).toBe(0);
  });

  it('says in one sentence what a person can mend', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    const file = join(newFolder(), 'file');
    writeFileSync(file, '');
    const cases: readonly [args: string[], code: number, sentence: RegExp][] = [
      [['--port', String(port), '--data', newFolder()], 1, /Port \d+ is taken; choose another/],
      [['--port', '0', '--data', join(file, 'x')], 1, /cannot be written/],
      [['--port', '0'], 2, /--data needs a folder/],
      [['--port', '99999', '--data', 'x'], 2, /--port needs a number/],
      [['--port', '0', '--data', 'x', '--colour', 'red'], 2, /an option is unknown/],
    ];
    const results = await Promise.all(cases.map(([args]) => runToEnd(args)));
    for (const [index, { code, output, errors }] of results.entries()) {
      const [, expectedCode, sentence] = cases[index]!;
      expect([code, output]).toEqual([expectedCode, '']);
      const sentences = errors.split('\n').filter((line) => line !== '' && !line.startsWith('{'));
      expect(sentences).toEqual([expect.stringMatching(sentence)]);
    }
    taken.close();
  });

  it('reads its options strictly', () => {
    const good = ['--port', '0', '--data', 'x'];
    expect(readOptions([...good, '--public-url', 'https://sluice.example/'], { DATABASE_URL: '' })).toMatchObject({
      publicUrl: 'https://sluice.example',
      databaseUrl: undefined,
    });
    const read = (args: readonly string[], url?: string) => () => readOptions(args, { DATABASE_URL: url });
    expect(read([...good, '--public-url', 'http://sluice.example'])).toThrow('--public-url');
    expect(read([...good, '--public-url', 'https://sluice.example/path'])).toThrow('--public-url');
    expect(read([...good, '--org', 'Big Corp'])).toThrow('--org');
    expect(read(good, 'mysql://x')).toThrow('DATABASE_URL');
    expect(read(['--port', '1e3', '--data', 'x'])).toThrow('--port');
  });
});

describe('a killed endpoint', () => {
  it('has lost no acknowledged incident, on the embedded database', async () => {
    const folder = newFolder();
    await prepareDataFolder(folder);
    const { running, browser, acknowledged } = await pushThroughKills(() => startProcess(inFolder(folder)), 4);
    const end = await browser.push(browser.entries.length - 1);
    expect(end.receipt).toMatchObject({ count: 240, head: await browser.head() });
    await running.stop('SIGTERM');
    const db = await openPglite(folder);
    const stored = (await db.query('SELECT id::text AS id FROM incidents')).map(({ id }) => String(id));
    await db.close();
    expect(acknowledged.length).toBeGreaterThanOrEqual(4 * 3 * 5);
    expect(acknowledged.filter((id) => !stored.includes(id))).toEqual([]);
    expect(stored.toSorted()).toEqual(browser.entries.map(idOf).toSorted()); // nothing twice, nothing missing
  });
});

describe.skipIf(findBinaries() === undefined)('several endpoints on one PostgreSQL', () => {
  it('share its chains, answer 503 while it is away, and go on when it is back', async () => {
    const server = await startPostgresql(findBinaries()!);
    const env = { DATABASE_URL: await server.newDatabase() };
    const folder = newFolder();
    const twins = await Promise.all([startProcess(inFolder(folder), env), startProcess(inFolder(folder), env)]);
    expect(twins[0].ready.policyRootKeys).toBe(twins[1].ready.policyRootKeys);
    const foreign = await runToEnd(inFolder(newFolder()), env);
    expect([foreign.code, foreign.errors]).toEqual([1, expect.stringContaining('started with other keys')]);
    let turn = 0;
    const send: Send = (path, init) => fetch(`${twins[turn++ % 2 === 0 ? 0 : 1].ready.url}${path}`, init);
    const browser = await TestBrowser.join(send, twins[0].ready.enrollmentToken);
    for (let index = 0; index < 40; index += 1) await browser.note(incidentAt(Date.now()));
    const starts = [0, 0, 5, 10, 15, 0, 20, 10];
    for (let round = 0; round < 4; round += 1) {
      await Promise.all(starts.map((from) => browser.push(from, browser.entries.slice(from, from + 20))));
    }
    expect((await browser.push(39)).receipt).toMatchObject({ count: 40, head: await browser.head() });
    await server.restart(async () => {
      for (const { ready } of twins) {
        const away = await fetch(`${ready.url}/readyz`);
        expect([away.status, away.headers.get('retry-after')]).toEqual([503, '5']);
        expect((await fetch(`${ready.url}/healthz`)).status).toBe(200);
      }
    });
    await browser.note(incidentAt(Date.now()));
    expect((await browser.push(40)).receipt).toMatchObject({ count: 41, head: await browser.head() });
    for (const twin of twins) expect(await twin.stop('SIGTERM')).toBe(0);
    await server.stop();
  });
});
