import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { logToStandardError } from '../../server/log.ts';
import { openPostgresql } from '../../server/store/postgresql.ts';
import type { Send } from '../../server/testing/browser.ts';
import { startProcess } from '../../server/testing/endpoint-process.ts';
import { findBinaries, startPostgresql } from '../../server/testing/postgresql.ts';
import { expectAllStored, startLoad } from './load.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'sluice-drill-'));

/** A small disk of its own, or why this machine has none. */
function mountSmallDisk(): { readonly folder: string } | { readonly reason: string } {
  if (findBinaries() === undefined) return { reason: 'no PostgreSQL found' };
  if (process.getuid?.() !== 0) return { reason: 'mounting a small disk needs root' };
  const folder = newFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=160m', 'tmpfs', folder], { stdio: 'ignore' });
    return { folder };
  } catch {
    return { reason: 'mount is refused here' };
  }
}

/** Writes a file until not a byte of the disk is left, and returns its size. */
function fill(path: string): number {
  const file = openSync(path, 'w');
  try {
    for (let block = 1024 * 1024; block >= 1; block = block === 1 ? 0 : Math.max(1, block >> 4)) {
      const bytes = Buffer.alloc(block);
      while (writes(file, bytes));
    }
  } finally {
    closeSync(file);
  }
  return statSync(path).size;
}

function writes(file: number, bytes: Buffer): boolean {
  try {
    return writeSync(file, bytes) === bytes.length;
  } catch {
    return false; // the disk is full
  }
}

it('a full disk is answered with 503, loses nothing, and is forgotten when there is room again', async ({ skip }) => {
  const disk = mountSmallDisk();
  if ('reason' in disk) {
    process.stdout.write(`skipped: full disk (${disk.reason})\n`);
    return skip();
  }
  try {
    const settings = [`max_wal_size = '64MB'`, `min_wal_size = '32MB'`];
    const server = await startPostgresql(findBinaries()!, { parent: disk.folder, settings });
    const url = await server.newDatabase();
    const endpoint = await startProcess(['--port', '0', '--data', newFolder()], { DATABASE_URL: url });
    const send: Send = (path, init) => fetch(`${endpoint.ready.url}${path}`, init);
    const load = await startLoad({ send, token: endpoint.ready.enrollmentToken, browsers: 4 });
    let refused = 0;
    for (let round = 0; round < 2; round += 1) {
      await load.progress(300);
      const ballast = join(disk.folder, 'ballast');
      const before = load.answered(503);
      expect(fill(ballast)).toBeGreaterThan(1024 * 1024);
      while (load.answered(503) < before + 20) await pause(20);
      expect((await send('/healthz')).status).toBe(200);
      rmSync(ballast);
      // Without room for its own log PostgreSQL may have ended: then whoever made room starts it again.
      await pause(500);
      if (!server.isRunning()) await server.kill();
      refused += load.answered(503) - before;
    }
    await load.progress(300);
    const done = await load.finish();
    expect([load.answered(0), load.answered(500)]).toEqual([0, 0]);
    expect(await endpoint.stop('SIGTERM')).toBe(0);
    const db = openPostgresql(url, logToStandardError);
    const stored = await expectAllStored(db, done);
    process.stdout.write(
      `drill: disk full ×2, ${refused} answers 503 with Retry-After; ${stored} incidents acknowledged, 0 missing, 0 twice\n`,
    );
    await db.close();
    await server.stop();
  } finally {
    execFileSync('umount', ['--lazy', disk.folder]);
  }
});
