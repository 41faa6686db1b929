import { BlockList, isIP } from 'node:net';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { isEndpointUrl } from '../lib/contract/enrolment.ts';
import { oidcVariables } from './auth/oidc-options.ts';
import { EndpointProblem } from './problem.ts';
import type { TlsPaths } from './tls-files.ts';
import { readTrustedProxies } from './trusted-proxies.ts';

export interface EndpointOptions {
  /** Keys, the lock and the embedded database live here. */
  readonly dataDir: string;
  /** 0 takes any free port. */
  readonly port?: number | undefined;
  readonly host?: string | undefined;
  /** How people and browsers reach it; `http://localhost:PORT` where it is left out. No slash at its end. */
  readonly publicUrl?: string | undefined;
  readonly orgId?: string | undefined;
  /** A PostgreSQL; the embedded engine where it is left out. */
  readonly databaseUrl?: string | undefined;
  /** With it the endpoint speaks HTTPS itself. */
  readonly tls?: TlsPaths | undefined;
  /** Root keys that are elsewhere, as browsers pin them; a trial makes one of its own. */
  readonly rootKeys?: string | undefined;
  /** Metrics are served here, on 127.0.0.1 alone; nowhere where it is left out. 0 takes any free port. */
  readonly metricsPort?: number | undefined;
  /** Proxies in front that may say, in `X-Forwarded-For`, which client they speak for. Nobody where it is left out. */
  readonly trustedProxies?: BlockList | undefined;
}

export const usage =
  'Usage: npm run -s endpoint -- --port N --data DIR [--host H] [--public-url U] [--org ID] [--tls-cert FILE --tls-key FILE] ' +
  '[--root-keys "KID:KEY …"] [--metrics-port N] [--trusted-proxies LIST]  (each also as SLUICE_PORT, SLUICE_DATA, …; DATABASE_URL names a PostgreSQL)';

/** Options, each with the variable that stands for it where the command line does not name it. */
const variables = {
  port: 'SLUICE_PORT',
  data: 'SLUICE_DATA',
  host: 'SLUICE_HOST',
  'public-url': 'SLUICE_PUBLIC_URL',
  org: 'SLUICE_ORG',
  'tls-cert': 'SLUICE_TLS_CERT',
  'tls-key': 'SLUICE_TLS_KEY',
  'root-keys': 'SLUICE_ROOT_KEYS',
  'metrics-port': 'SLUICE_METRICS_PORT',
  'trusted-proxies': 'SLUICE_TRUSTED_PROXIES',
} as const;
/** Of the tests and the other commands, which start endpoints too. */
const othersVariables = [
  'SLUICE_BUILD',
  'SLUICE_CORPUS',
  'SLUICE_FIREFOX_BUILD',
  'SLUICE_OUT',
  'SLUICE_TEST_DATABASE_URL',
];
type Name = keyof typeof variables;

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the command line and the environment; the command line wins. A mistake is one sentence and exit code 2. */
export function readOptions(args: readonly string[], environment: Environment): EndpointOptions {
  const given = { ...fromEnvironment(environment), ...parse(args) };
  const { data, host, 'public-url': publicUrl, org } = given;
  const databaseUrl = environment['DATABASE_URL'];
  if (data === undefined || data === '') throw bad('--data needs a folder');
  if (publicUrl !== undefined && !(isEndpointUrl(publicUrl) && new URL(publicUrl).pathname === '/')) {
    throw bad('--public-url needs an https address without a path');
  }
  if (org !== undefined && !/^[a-z0-9-]{1,64}$/.test(org)) throw bad('--org takes small letters, digits and hyphens');
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl)) throw bad('DATABASE_URL must begin with postgres://');
  const tls = readTls(given);
  refuseOpenHttp({ host, publicUrl, tls });
  return {
    dataDir: data,
    port: readPort('port', given.port),
    host,
    publicUrl: publicUrl === undefined ? undefined : new URL(publicUrl).origin,
    orgId: org,
    databaseUrl: databaseUrl === '' ? undefined : databaseUrl,
    tls,
    rootKeys: given['root-keys'] === undefined ? undefined : readRootKeyOption(given['root-keys']),
    metricsPort: given['metrics-port'] === undefined ? undefined : readPort('metrics-port', given['metrics-port']),
    trustedProxies: readProxies(given['trusted-proxies']),
  };
}

const Port = z.coerce.number().check(z.int(), z.gte(0), z.lte(65_535));

function readPort(name: Name, text: string | undefined): number {
  const port = /^\d+$/.test(text ?? '') ? Port.safeParse(text) : undefined;
  if (port?.success !== true) throw bad(`--${name} needs a number from 0 to 65535`);
  return port.data;
}

const mostRootKeys = 4;

/** One for each root key; two while one takes the place of another. */
function readRootKeyOption(text: string): string {
  const keys = text.split(/\s+/).filter(Boolean);
  if (keys.length === 0 || !keys.every((key) => /^[A-Za-z0-9_-]{1,64}:[A-Za-z0-9_-]{43}$/.test(key)))
    throw bad('--root-keys needs root keys as "sluice keys root" prints them: KID:KEY, a space between two');
  const ids = new Set(keys.map((key) => key.split(':')[0]));
  if (keys.length > mostRootKeys || ids.size < keys.length)
    throw bad(`--root-keys takes ${mostRootKeys} keys at most, each once`);
  return keys.join(' ');
}

function readTls({ 'tls-cert': cert = '', 'tls-key': key = '' }: Partial<Record<Name, string>>): TlsPaths | undefined {
  if (cert === '' && key === '') return undefined;
  if (cert === '' || key === '') throw bad('--tls-cert and --tls-key belong together');
  return { cert, key };
}

function readProxies(text: string | undefined): BlockList | undefined {
  if (text === undefined) return undefined;
  const proxies = readTrustedProxies(text);
  if (proxies === undefined)
    throw bad('--trusted-proxies needs addresses or networks of your proxies, such as 127.0.0.1,10.1.0.0/16');
  return proxies;
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Tokens and sign-ins never cross a network in the clear. */
function refuseOpenHttp({ host, publicUrl, tls }: Pick<EndpointOptions, 'host' | 'publicUrl' | 'tls'>): void {
  if (host === undefined || host === 'localhost' || tls !== undefined) return;
  const family = isIP(host);
  if (family !== 0 && loopback.check(host, family === 6 ? 'ipv6' : 'ipv4')) return;
  if (publicUrl?.startsWith('https://') === true) return; // a proxy in front speaks TLS
  throw bad(
    '--host names an open address: give --tls-cert and --tls-key, or an https --public-url of the proxy in front',
  );
}

/** An empty variable is one that is not set. Containers and units keep such. */
function fromEnvironment(environment: Environment): Partial<Record<Name, string>> {
  const known: readonly string[] = [...Object.values(variables), ...oidcVariables, ...othersVariables];
  const unknown = Object.keys(environment).find((name) => name.startsWith('SLUICE_') && !known.includes(name));
  if (unknown !== undefined) throw bad(`The variable ${unknown} is unknown`);
  return Object.fromEntries(
    Object.entries(variables).flatMap(([option, name]) => {
      const value = environment[name];
      return value === undefined || value === '' ? [] : [[option, value]];
    }),
  );
}

function parse(args: readonly string[]): Partial<Record<Name, string>> {
  try {
    const options = Object.fromEntries(Object.keys(variables).map((name) => [name, { type: 'string' as const }]));
    const { values } = parseArgs({ args: [...args], options, allowPositionals: false });
    return Object.fromEntries(Object.entries(values).filter(([, value]) => typeof value === 'string'));
  } catch {
    throw bad('an option is unknown or has no value');
  }
}

function bad(what: string): EndpointProblem {
  return new EndpointProblem(`${what}. ${usage}`, 2);
}
