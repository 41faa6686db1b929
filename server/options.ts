import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { isEndpointUrl } from '../lib/contract/enrolment.ts';
import { EndpointProblem } from './problem.ts';

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
}

export const usage =
  'Usage: npm run -s endpoint -- --port N --data DIR [--host H] [--public-url U] [--org ID]  (DATABASE_URL names a PostgreSQL)';

/** Reads the command line and `DATABASE_URL`. A mistake is one sentence and exit code 2. */
export function readOptions(args: readonly string[], databaseUrl: string | undefined): EndpointOptions {
  const { port, data, host, 'public-url': publicUrl, org } = parse(args);
  if (data === undefined || data === '') throw bad('--data needs a folder');
  if (publicUrl !== undefined && !(isEndpointUrl(publicUrl) && new URL(publicUrl).pathname === '/')) {
    throw bad('--public-url needs an https address without a path');
  }
  if (org !== undefined && !/^[a-z0-9-]{1,64}$/.test(org)) throw bad('--org takes small letters, digits and hyphens');
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl)) throw bad('DATABASE_URL must begin with postgres://');
  return {
    dataDir: data,
    port: readPort(port),
    host,
    publicUrl: publicUrl === undefined ? undefined : new URL(publicUrl).origin,
    orgId: org,
    databaseUrl: databaseUrl === '' ? undefined : databaseUrl,
  };
}

const Port = z.coerce.number().check(z.int(), z.gte(0), z.lte(65_535));

function readPort(text: string | undefined): number {
  const port = /^\d+$/.test(text ?? '') ? Port.safeParse(text) : undefined;
  if (port?.success !== true) throw bad('--port needs a number from 0 to 65535');
  return port.data;
}

function parse(args: readonly string[]) {
  try {
    const string = { type: 'string' } as const;
    const options = { port: string, data: string, host: string, 'public-url': string, org: string };
    return parseArgs({ args: [...args], options, allowPositionals: false }).values;
  } catch {
    throw bad('an option is unknown or has no value');
  }
}

function bad(what: string): EndpointProblem {
  return new EndpointProblem(`${what}. ${usage}`, 2);
}
