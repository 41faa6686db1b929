import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { quietly, root } from './install.mjs';

const names = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'],
  firefox: ['firefox-esr', 'firefox'],
};
const packages = { chromium: 'chromium', firefox: 'firefox-esr' };
const variables = { chromium: 'CHROME_PATH', firefox: 'FIREFOX_PATH' };

/**
 * The browser to test with: one named by the environment, else one on the PATH, else Debian's package when root with apt, else
 * Playwright's download (Chromium only). `undefined` when there is none.
 */
export async function findBrowser(kind) {
  const named = process.env[variables[kind]];
  if (named) return existsSync(named) ? named : undefined;
  return onPath(names[kind]) ?? fromDebian(kind) ?? (kind === 'chromium' ? await fromPlaywright() : undefined);
}

/** Only what is there already: nothing is installed. */
export function installedBrowser(kind) {
  const named = process.env[variables[kind]];
  return named ? (existsSync(named) ? named : undefined) : onPath(names[kind]);
}

function onPath(candidates) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  for (const name of candidates) {
    for (const folder of folders) {
      const path = join(folder, name);
      if (existsSync(path)) return path;
    }
  }
  return undefined;
}

function fromDebian(kind) {
  if (process.getuid?.() !== 0 || onPath(['apt-get']) === undefined) return undefined;
  process.stderr.write(`Installing Debian's ${packages[kind]}…\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { ...quietly, env });
  const { status } = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', packages[kind]], {
    ...quietly,
    env,
  });
  return status === 0 ? onPath(names[kind]) : undefined;
}

async function fromPlaywright() {
  process.stderr.write('Downloading Chromium…\n');
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  const { status } = spawnSync(process.execPath, [cli, 'install', 'chromium'], quietly);
  if (status !== 0) return undefined;
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

export const noBrowser =
  'No Chromium was found: name one in CHROME_PATH, install Debian’s package `chromium`, or connect to the network so that one can be downloaded.';

export const noFirefox = 'No Firefox was found: name one in FIREFOX_PATH, or install Debian’s package `firefox-esr`.';
