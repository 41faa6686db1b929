import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { findBrowser, installedBrowser, noBrowser } from './browser.mjs';
import { ensureBuilt } from './build.mjs';
import { programArgs } from './bundled.mjs';
import { ensureInstalled, fail, root } from './install.mjs';

const usage = 'Usage: npm start [-- --tour] [-- --sample-data] [-- --port N]';
const options = readOptions(process.argv.slice(2));

ensureInstalled();
ensureBuilt('chrome', 'console');
if (options.tour) await tour();
else await start();

function readOptions(args) {
  const read = { tour: false, sampleData: false, port: 8787 };
  for (let at = 0; at < args.length; at += 1) {
    if (args[at] === '--tour') read.tour = true;
    else if (args[at] === '--sample-data') read.sampleData = true;
    else if (args[at] === '--port' && /^\d{1,5}$/.test(args[at + 1] ?? '')) read.port = Number(args[(at += 1)]);
    else fail(`${args[at]} is not an option. ${usage}`, 2);
  }
  return read;
}

/** Goes through the main job without a screen, on the stand-in of chatgpt.com. */
async function tour() {
  const browser = await findBrowser('chromium');
  if (!browser) fail(noBrowser);
  const code = await ran(
    spawn(process.execPath, ['--import', 'tsx', 'test/e2e/tour.ts'], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, CHROME_PATH: browser },
    }),
  );
  process.exit(code);
}

async function start() {
  if (!(await isFree(options.port))) {
    fail(
      `Port ${options.port} is taken, perhaps by a Sluice that runs already. Stop it, or choose another: npm start -- --port ${options.port + 1}`,
    );
  }
  const data = join(root, '.output', 'trial');
  const args = [...(await programArgs('server/cli.ts')), '--port', String(options.port), '--data', data];
  const endpoint = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const ready = await firstLine(endpoint);
  process.stdout.write(greeting(ready));
  const stop = () => endpoint.kill('SIGTERM');
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  // npm may be ended without a word to us; a server that nobody started any more must not hold the port.
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || stop(), 1_000).unref();
  if (options.sampleData)
    await ran(
      spawn(process.execPath, ['--import', 'tsx', 'scripts/sample-data.ts', ready.joinCode], {
        cwd: root,
        stdio: 'inherit',
      }),
    );
  const opened = openBrowser(ready);
  const code = await ran(endpoint);
  await opened.then((browser) => browser?.close()).catch(() => undefined);
  process.exit(code);
}

function greeting({ consoleUrl, setupUrl, joinCode }) {
  const entry = setupUrl ? `Set up the console (once): ${setupUrl}` : `Console: ${consoleUrl}`;
  return `\nSluice runs.\n\n  ${entry}\n  Join code for a browser:\n  ${joinCode}\n\n  Ctrl-C stops it; the data stays in .output/trial.\n\n`;
}

/** A Chromium with the extension, joined, on ChatGPT; without a screen or a fitting browser, what to do by hand. */
async function openBrowser({ joinCode }) {
  const path = installedBrowser('chromium');
  const branded = path !== undefined && /google-chrome|Google Chrome|edge/i.test(path);
  const screen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!path || branded || !screen) {
    const why = !screen
      ? 'There is no screen here.'
      : branded
        ? 'Branded Chrome and Edge load unpacked extensions by hand only.'
        : 'There is no Chromium here.';
    process.stdout.write(`${why} To try it in a browser of yours:
  1. Open chrome://extensions, switch on "Developer mode", choose "Load unpacked" and pick .output/chrome-mv3
  2. Paste the join code on the page that opens
  3. Go to https://chatgpt.com\n\n`);
    return undefined;
  }
  try {
    return await launch(path, joinCode);
  } catch (error) {
    process.stdout.write(`The browser could not be opened (${String(error).split('\n')[0]}). The endpoint goes on.\n`);
    return undefined;
  }
}

async function launch(path, joinCode) {
  const { chromium } = await import('@playwright/test');
  const extension = join(root, '.output', 'chrome-mv3');
  const context = await chromium.launchPersistentContext(join(root, '.output', 'trial-profile'), {
    executablePath: path,
    headless: false,
    viewport: null,
    chromiumSandbox: process.getuid?.() !== 0,
    ignoreDefaultArgs: ['--disable-extensions', '--enable-automation'],
    args: [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`, '--no-first-run'],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const page = await context.newPage();
  await page.goto(new URL('/welcome.html', worker.url()).href);
  const field = page.getByRole('textbox');
  if (await field.isVisible().catch(() => false)) {
    await field.fill(joinCode);
    await page.getByRole('button', { name: /join/i }).click();
  }
  const chat = await context.newPage();
  await chat
    .goto('https://chatgpt.com/')
    .catch(() =>
      process.stdout.write(
        'https://chatgpt.com cannot be reached from here; the tour works without it: npm start -- --tour\n',
      ),
    );
  return context;
}

function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, 'localhost', () => probe.close(() => resolve(true)));
  });
}

function firstLine(child) {
  return new Promise((resolve) => {
    createInterface({ input: child.stdout }).once('line', (line) => resolve(JSON.parse(line)));
    child.once('exit', (code) => process.exit(code === 0 ? 1 : (code ?? 1)));
  });
}

function ran(child) {
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
