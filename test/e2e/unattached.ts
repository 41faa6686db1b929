import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Standin } from '../standin/server.ts';
import { chromeBuild } from './extension.ts';

/** A Chromium with the extension whose pages nobody is attached to: one that is watched makes no page ready in advance. */
export interface UnattachedBrowser {
  /** Opens a tab, in front. */
  readonly open: (url: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function launchUnattached(standin: Standin): Promise<UnattachedBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'standin-profile-'));
  const program = spawn(process.env['CHROME_PATH'] ?? 'chromium', [
    '--headless=new',
    '--no-sandbox',
    `--user-data-dir=${profile}`,
    `--load-extension=${chromeBuild}`,
    `--disable-extensions-except=${chromeBuild}`,
    '--disable-features=DisableLoadExtensionCommandLineSwitch',
    '--remote-debugging-port=0',
    ...standin.chromiumArgs(),
    'about:blank',
  ], { stdio: 'ignore', detached: true }); // prettier-ignore
  const portFile = join(profile, 'DevToolsActivePort');
  await expect.poll(() => existsSync(portFile), { timeout: 30_000 }).toBe(true);
  const control = `http://127.0.0.1:${readFileSync(portFile, 'utf8').split('\n')[0] ?? ''}/json`;
  // The page that welcomes comes in front of all others.
  const titles = async () =>
    ((await (await fetch(`${control}/list`)).json()) as { title: string }[]).map(({ title }) => title).join();
  await expect.poll(titles, { timeout: 30_000 }).toContain('Welcome');
  return {
    async open(url) {
      await fetch(`${control}/new?${encodeURIComponent(url)}`, { method: 'PUT' });
    },
    async close() {
      const ended = once(program, 'exit');
      process.kill(-program.pid!, 'SIGKILL');
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}
