// Measures. Plain and without dependencies: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findBrowser, noBrowser } from './browser.mjs';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled, fail, root } from './install.mjs';

ensureInstalled();
const wanted = process.argv.slice(2);
if (wanted.length === 0 || wanted.includes('browser')) {
  const chromium = await findBrowser('chromium');
  if (!chromium) fail(noBrowser);
  process.env.CHROME_PATH = chromium;
  ensureBuilt('chrome');
}
const args = ['--import', import.meta.resolve('tsx'), join(root, 'test', 'bench', 'main.ts'), ...wanted];
const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
process.exit(status ?? 1);
