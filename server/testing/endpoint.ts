import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtInPolicy } from '../../lib/policy/built-in.ts';
import { openKeys } from '../keys/key-folder.ts';
import { publishPolicy } from '../publish-policy.ts';
import { addEnrolmentToken } from '../store/enrolment-tokens.ts';
import { migrate } from '../store/migrate.ts';
import { openTestDatabase } from './pglite.ts';
import type { Database } from '../store/database.ts';
import { createWeb } from '../web.ts';
import type { WebOptions } from '../web.ts';
import type { Workings } from '../workings.ts';
import type { Send } from './browser.ts';

export interface TestEndpoint {
  readonly workings: Workings;
  readonly db: Database;
  readonly token: string;
  readonly folder: string;
  readonly logged: readonly string[];
  readonly send: Send;
  /** The same, from a client with this address, perhaps through a proxy that adds a header. */
  readonly sendFrom: (address: string, headers?: Readonly<Record<string, string>>) => Send;
  /** Moves the clock of the endpoint on. */
  advance(milliseconds: number): void;
  readonly now: () => number;
  close(): Promise<void>;
}

export const origin = 'http://localhost:4444';
export const orgId = 'trial';

/** The whole endpoint without a socket: real database, real keys, a clock that a test can move. */
export async function openTestEndpoint(
  options: Partial<WebOptions> & { readonly db?: Database; readonly rootKeys?: string } = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'sluice-endpoint-'));
  let now = Date.now();
  const logged: string[] = [];
  const db = options.db ?? (await openTestDatabase());
  const clock = () => now;
  const keys = openKeys(join(folder, 'keys'), { orgId, clock, rootKeys: options.rootKeys });
  const log: Workings['log'] = (event, details) => void logged.push(JSON.stringify({ event, ...details }));
  const workings: Workings = { db, keys, orgId, clock, log };
  await migrate(db);
  const token = keys.enrolmentToken();
  await addEnrolmentToken(db, { token, expiresAt: now + 365 * 86_400_000, uses: 1_000 });
  // With root keys that are elsewhere nothing can be signed before a test brings a delegation.
  if (!keys.isOffline) await publishPolicy(workings, builtInPolicy, { author: 'A. Author', approver: 'B. Approver' });
  const web = createWeb(workings, {
    isOwnOrigin: (given) => given === origin,
    publicUrl: () => origin,
    consoleDir: folder,
    ...options,
  });
  return {
    workings,
    db,
    token,
    folder,
    logged,
    send: async (path, init) => web.request(`${origin}${path}`, init),
    sendFrom: (remoteAddress, headers) => async (path, init) =>
      web.request(
        `${origin}${path}`,
        { ...init, headers: { ...Object.fromEntries(new Headers(init?.headers)), ...headers } },
        { incoming: { socket: { remoteAddress } } },
      ),
    advance: (milliseconds) => void (now += milliseconds),
    now: clock,
    async close() {
      await db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  } satisfies TestEndpoint;
}
