import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TLSSocket } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { startEndpoint } from './main.ts';
import { prepareDataFolder } from './testing/pglite.ts';
import { readTlsFiles } from './tls-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'sluice-tls-'));
const at = (name: string) => join(folder, name);
const pair = (name: string) => ({ cert: at(`${name}.pem`), key: at(`${name}.key`) });
const hour = 3_600_000;

/** A certificate for localhost, for 30 days from now. */
function makePair(name: string) {
  const { cert, key } = pair(name);
  const subject = ['-subj', `/CN=${name}`, '-addext', 'subjectAltName=DNS:localhost', '-days', '30'];
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  execFileSync('openssl', ['req', '-x509', ...kind, '-keyout', key, '-out', cert, ...subject], { stdio: 'ignore' });
  return pair(name);
}

/** Asks with a connection of its own, and says whose certificate answered. */
function ask(url: string): Promise<{ readonly status: number | undefined; readonly name: unknown }> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent: false, rejectUnauthorized: false }, (response) => {
      const { socket } = response;
      response.resume();
      const name = socket instanceof TLSSocket ? socket.getPeerCertificate().subject.CN : undefined;
      resolve({ status: response.statusCode, name });
    });
    request.once('error', reject);
  });
}

describe('TLS by file', () => {
  const [first, second] = [makePair('first'), makePair('second')];

  it('says in one sentence what is wrong with the files', () => {
    const now = Date.now() + hour;
    expect(readTlsFiles(first, now).cert).toContain('BEGIN CERTIFICATE');
    writeFileSync(at('text'), 'hello');
    const cases: readonly [paths: typeof first, now: number, sentence: RegExp][] = [
      [{ ...first, cert: at('none') }, now, /^The file \S*none of --tls-cert cannot be read \(ENOENT\)\.$/],
      [{ ...first, key: at('none') }, now, /^The file \S*none of --tls-key cannot be read \(ENOENT\)\.$/],
      [{ ...first, cert: at('text') }, now, /of --tls-cert is no certificate in PEM form\.$/],
      [{ ...first, key: at('text') }, now, /of --tls-key is no private key in PEM form without a passphrase\.$/],
      [{ ...first, key: second.key }, now, /does not belong to the certificate/],
      [first, now + 40 * 24 * hour, /ended on \d{4}-\d\d-\d\d; put a new one there\.$/],
      [first, now - 40 * 24 * hour, /is not valid before \d{4}-\d\d-\d\d\.$/],
    ];
    for (const [paths, moment, sentence] of cases) expect(() => readTlsFiles(paths, moment)).toThrow(sentence);
  });

  it('serves HTTPS, takes a new certificate while it runs, and keeps the old one when the new one is wrong', async () => {
    copyFileSync(first.cert, at('used.pem'));
    copyFileSync(first.key, at('used.key'));
    const data = mkdtempSync(join(tmpdir(), 'sluice-tls-data-'));
    await prepareDataFolder(data);
    const endpoint = await startEndpoint({ dataDir: data, tls: pair('used'), log: () => undefined });
    const health = `${endpoint.url}/healthz`;
    expect(endpoint.url).toMatch(/^https:\/\/localhost:\d+$/);
    expect(await ask(health)).toEqual({ status: 200, name: 'first' });
    copyFileSync(second.cert, at('used.pem'));
    expect(() => endpoint.renewTls()).toThrow('does not belong');
    expect(await ask(health)).toEqual({ status: 200, name: 'first' });
    copyFileSync(second.key, at('used.key'));
    endpoint.renewTls();
    expect(await ask(health)).toEqual({ status: 200, name: 'second' });
    await endpoint.close();
  });
});
