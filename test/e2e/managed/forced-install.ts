import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchAt } from '../../standin/launch.ts';
import type { Standin } from '../../standin/server.ts';
import { chromeBuild, guarded, idOfKey } from '../extension.ts';
import type { GuardedBrowser } from '../extension.ts';

const policyFolder = '/etc/chromium/policies/managed';
const policyFile = join(policyFolder, 'sluice-test.json');

/** Switches of Playwright's that keep a browser from installing what policy says. */
const without = ['--disable-background-networking', '--disable-component-update', '--disable-default-apps'];

export interface ManagedOptions {
  readonly build?: string;
  /** What IT says of private windows; nothing unless told otherwise. */
  readonly privately?: 'with-the-extension' | 'never';
}

/**
 * Chromium in which the extension was installed by a machine-wide policy file, as IT does it: packed and signed with a key of this run,
 * served from loopback, configured by managed storage. Closing takes the policy away again.
 */
export async function launchManaged(
  standin: Standin,
  storage: Readonly<Record<string, string | number>>,
  { build = chromeBuild, privately }: ManagedOptions = {},
): Promise<GuardedBrowser> {
  const folder = mkdtempSync(join(tmpdir(), 'sluice-managed-'));
  const { id, crx, version } = pack(folder, build);
  const updates = await serveUpdates({ id, crx, version });
  writePolicy({
    DeveloperToolsAvailability: 1, // or nothing can be attached to an extension that policy installed
    ExtensionInstallForcelist: [`${id};${updates.url}`],
    '3rdparty': { extensions: { [id]: storage } },
    ...(privately === 'with-the-extension' ? { MandatoryExtensionsForIncognitoNavigation: [id] } : {}),
    ...(privately === 'never' ? { IncognitoModeAvailability: 1 } : {}),
  });
  const cleanUp = async () => {
    rmSync(policyFile, { force: true });
    await updates.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const browser = await guarded(await launchAt(standin, { without }), id);
    return {
      ...browser,
      async close() {
        await browser.close();
        await cleanUp();
      },
    };
  } catch (error) {
    await cleanUp();
    throw error;
  }
}

function pack(folder: string, build: string): { readonly id: string; readonly crx: Buffer; readonly version: string } {
  const extension = join(folder, 'extension');
  cpSync(build, extension, { recursive: true });
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  const manifestPath = join(extension, 'manifest.json');
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8')) as { version: string };
  writeFileSync(manifestPath, JSON.stringify({ ...manifest, key }));
  const keyPath = join(folder, 'key.pem');
  writeFileSync(keyPath, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const chromium = process.env['CHROME_PATH'] ?? 'chromium';
  const args = ['--headless', '--no-sandbox', `--user-data-dir=${join(folder, 'packer')}`];
  execFileSync(chromium, [...args, `--pack-extension=${extension}`, `--pack-extension-key=${keyPath}`], {
    stdio: 'ignore',
  });
  return { id: idOfKey(key), crx: readFileSync(`${extension}.crx`), version: manifest.version };
}

interface Packed {
  readonly id: string;
  readonly crx: Buffer;
  readonly version: string;
}

async function serveUpdates({
  id,
  crx,
  version,
}: Packed): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    if (request.url?.endsWith('.crx') === true) {
      response.writeHead(200, { 'content-type': 'application/x-chrome-extension' }).end(crx);
      return;
    }
    const check = `<updatecheck codebase='${origin}/sluice.crx' version='${version}'/>`;
    response
      .writeHead(200, { 'content-type': 'text/xml' })
      .end(
        `<gupdate xmlns='http://www.google.com/update2/response' protocol='2.0'><app appid='${id}'>${check}</app></gupdate>`,
      );
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/updates.xml`,
    close: () => new Promise((done) => server.close(() => done())),
  };
}

/** Chromium waits until the file has rested for some seconds; it is written as one that has. */
function writePolicy(policy: object): void {
  mkdirSync(policyFolder, { recursive: true });
  const draft = `${policyFile}.new`;
  writeFileSync(draft, JSON.stringify(policy));
  renameSync(draft, policyFile);
  const rested = Date.now() / 1_000 - 60;
  utimesSync(policyFile, rested, rested);
}
