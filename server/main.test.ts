import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startEndpoint } from './main.ts';
import { prepareDataFolder } from './testing/pglite.ts';

let folder = '';
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sluice-main-'));
  await prepareDataFolder(folder);
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

it('says that it is not ready before it stops, and answers all else until then', async () => {
  const endpoint = await startEndpoint({ dataDir: folder, drainMilliseconds: 1_000, log: () => undefined });
  const status = async (path: string) => (await fetch(`${endpoint.url}${path}`)).status;
  expect(await status('/readyz')).toBe(200);
  const closed = endpoint.close();
  expect([await status('/readyz'), await status('/healthz')]).toEqual([503, 200]);
  await closed;
  await expect(status('/readyz')).rejects.toThrow('fetch failed');
});

it('closes the database only after the round of housekeeping that runs', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const logged: string[] = [];
  const endpoint = await startEndpoint({ dataDir: folder, log: (event) => void logged.push(event) });
  vi.advanceTimersByTime(5 * 60_000);
  await endpoint.close();
  await pause(500);
  expect(logged).toContain('endpoint-ready');
  expect(logged).not.toContain('housekeeping-failed');
});
