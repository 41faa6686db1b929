import type * as z from 'zod/mini';
import {
  Done,
  IncidentPage,
  Overview,
  PolicyInForce,
  Refused,
  SetupSecret,
  SignedIn,
} from '../console-api/contract.ts';
import type { ConsoleReason, IncidentQuery } from '../console-api/contract.ts';

export type Failure = ConsoleReason | 'unreachable';

export type Reply<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly reason: Failure };

interface Call<Schema> {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly reply: Schema;
}

/** The calls of the console, each answered by a value or a reason. */
export const api = {
  me: () => call({ path: '/session', reply: SignedIn }),
  signIn: (credentials: { readonly name: string; readonly password: string; readonly code: string }) =>
    call({ method: 'POST', path: '/session', body: credentials, reply: SignedIn }),
  signOut: () => call({ method: 'DELETE', path: '/session', reply: Done }),
  checkSetup: (token: string) => call({ method: 'POST', path: '/setup/check', body: { token }, reply: Done }),
  beginSetup: (entry: { readonly token: string; readonly name: string; readonly password: string }) =>
    call({ method: 'POST', path: '/setup/begin', body: entry, reply: SetupSecret }),
  confirmSetup: (entry: { readonly token: string; readonly code: string }) =>
    call({ method: 'POST', path: '/setup/confirm', body: entry, reply: SignedIn }),
  overview: () => call({ path: '/overview', reply: Overview }),
  incidents: (query: IncidentQuery) => call({ path: `/incidents?${queryText(query)}`, reply: IncidentPage }),
  policy: () => call({ path: '/policy', reply: PolicyInForce }),
};

/** The filters as they stand in an address. */
export function queryText(query: Readonly<Record<string, string | undefined>>): string {
  const set = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return new URLSearchParams(set).toString();
}

async function call<Schema extends z.ZodMiniType>(options: Call<Schema>): Promise<Reply<z.output<Schema>>> {
  const { method = 'GET', path, body, reply } = options;
  try {
    const response = await fetch(`/api${path}`, {
      method,
      headers: { 'x-sluice': '1', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const read: unknown = await response.json();
    if (!response.ok) return { ok: false, reason: Refused.safeParse(read).data?.reason ?? 'internal' };
    const parsed = reply.safeParse(read);
    return parsed.success ? { ok: true, value: parsed.data } : { ok: false, reason: 'internal' };
  } catch {
    return { ok: false, reason: 'unreachable' }; // no connection, or an answer that is not ours
  }
}
