import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod/mini';
import type { Certificate } from './certificate.ts';

const SyslogMessage = z.strictObject({
  pri: z.string(),
  version: z.string(),
  at: z.string(),
  host: z.string(),
  app: z.string(),
  id: z.string(),
  message: z.string(),
});
export type SyslogMessage = z.infer<typeof SyslogMessage>;

/** A rsyslogd of our own, on loopback, in a folder that goes away with it. */
export interface OwnRsyslog {
  readonly tcpPort: number;
  readonly tlsPort: number;
  /** What it has written, as it understood it. */
  messages(): readonly SyslogMessage[];
  stop(): Promise<void>;
}

/** The program and its driver for TLS; `undefined` when this machine lacks one. */
export function findRsyslog(): { readonly program: string; readonly driver: string } | undefined {
  const folders = ['/usr/sbin', '/sbin', ...(process.env['PATH'] ?? '').split(delimiter)];
  const program = folders.map((folder) => join(folder, 'rsyslogd')).find((path) => existsSync(path));
  const modules = ['/usr/lib', '/usr/lib64', '/usr/local/lib']
    .flatMap((folder) => [folder, ...(existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [])])
    .map((folder) => join(folder, 'rsyslog'));
  const driver = ['ossl', 'gtls'].find((name) => modules.some((path) => existsSync(join(path, `lmnsd_${name}.so`))));
  return program === undefined || driver === undefined ? undefined : { program, driver };
}

export async function startRsyslog(
  { program, driver }: { readonly program: string; readonly driver: string },
  { key, cert }: Certificate,
): Promise<OwnRsyslog> {
  const folder = mkdtempSync(join(tmpdir(), 'sluice-rsyslog-'));
  writeFileSync(join(folder, 'key.pem'), key, { mode: 0o600 });
  writeFileSync(join(folder, 'cert.pem'), cert);
  writeFileSync(join(folder, 'rsyslog.conf'), configuration(folder, driver));
  const server = spawn(program, ['-n', '-f', join(folder, 'rsyslog.conf'), '-i', join(folder, 'pid')], {
    stdio: 'ignore',
  });
  const read = (name: string) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '');
  for (let attempt = 0; read('tcp') === '' || read('tls') === ''; attempt += 1) {
    if (attempt === 200) throw new Error('rsyslogd did not start');
    await pause(50);
  }
  return {
    tcpPort: Number(read('tcp')),
    tlsPort: Number(read('tls')),
    messages: () =>
      read('messages')
        .split('\n')
        .slice(0, -1) // what stands behind the last line end is still being written
        .map((line) => SyslogMessage.parse(JSON.parse(line))),
    async stop() {
      await new Promise<void>((resolve) => {
        server.once('exit', () => resolve());
        server.kill('SIGTERM');
      });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Both inputs read frames with a count of bytes; each message becomes a line of JSON. */
function configuration(folder: string, driver: string): string {
  const property = (name: string, of: string, more = '') =>
    `property(outname="${name}" name="${of}" ${more} format="jsonf")`;
  return `
global(workDirectory="${folder}" maxMessageSize="64k"
  defaultNetstreamDriverCAFile="${folder}/cert.pem"
  defaultNetstreamDriverCertFile="${folder}/cert.pem"
  defaultNetstreamDriverKeyFile="${folder}/key.pem")
module(load="imtcp")
template(name="line" type="list" option.jsonf="on") {
  ${property('pri', 'pri')}
  ${property('version', 'protocol-version')}
  ${property('at', 'timestamp', 'dateFormat="rfc3339"')}
  ${property('host', 'hostname')}
  ${property('app', 'app-name')}
  ${property('id', 'msgid')}
  ${property('message', 'msg')}
}
ruleset(name="write") { action(type="omfile" file="${folder}/messages" template="line") }
input(type="imtcp" address="127.0.0.1" port="0" listenPortFileName="${folder}/tcp" ruleset="write")
input(type="imtcp" address="127.0.0.1" port="0" listenPortFileName="${folder}/tls" ruleset="write"
  streamDriver.name="${driver}" streamDriver.mode="1" streamDriver.authMode="anon")
`;
}
