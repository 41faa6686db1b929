import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One folder for everything that the tests of a run write, gone when it ends. Other users of the machine (a database's own) may pass it. */
export default function makeRunFolder(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'sluice-run-'));
  chmodSync(folder, 0o755);
  process.env['TMPDIR'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
