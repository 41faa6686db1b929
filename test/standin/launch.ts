import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import type { BrowserContext } from '@playwright/test';
import type { Standin } from './server.ts';

/** A browser for which the stand-in is chatgpt.com. Closing it removes its profile. */
export interface StandinBrowser {
  readonly context: BrowserContext;
  close(): Promise<void>;
}

interface LaunchOptions {
  /** Further command-line switches, for example to load an extension. */
  readonly args?: readonly string[];
  /** Switches of Playwright's own that must not be given. */
  readonly without?: readonly string[];
  readonly colorScheme?: 'light' | 'dark';
  /** The browser's program; otherwise `CHROME_PATH`, otherwise Playwright's own choice. */
  readonly executablePath?: string;
}

const closingMilliseconds = 20_000;

/** Starts a headless Chromium on a new profile. */
export async function launchAt(standin: Standin, options: LaunchOptions = {}): Promise<StandinBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'standin-profile-'));
  const program = options.executablePath ?? process.env['CHROME_PATH'];
  const context = await chromium.launchPersistentContext(profile, {
    ...(program === undefined ? {} : { executablePath: program }),
    headless: true,
    chromiumSandbox: false,
    colorScheme: options.colorScheme ?? 'light',
    viewport: { width: 1180, height: 760 },
    ignoreDefaultArgs: [
      '--disable-extensions',
      '--disable-component-extensions-with-background-pages',
      ...(options.without ?? []),
    ],
    args: [...standin.chromiumArgs(), ...(options.args ?? [])],
  });
  const close = async (): Promise<void> => {
    const closed = context.close().then(() => true);
    const isClosed = await Promise.race([closed, pause(closingMilliseconds, false)]);
    // A browser that does not end by itself would hold up all that comes after it.
    if (!isClosed) spawnSync('pkill', ['-KILL', '-f', profile]);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  return { context, close };
}
