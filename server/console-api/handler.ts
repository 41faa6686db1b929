import type { Context, MiddlewareHandler } from 'hono';
import * as z from 'zod/mini';
import { readJson } from '../api/body.ts';
import { isRevocation, keepRevocations } from '../revocations/keep.ts';
import { appendAudit } from '../store/audit.ts';
import type { AuditEvent } from '../store/audit.ts';
import type { AuditAction } from '../vocabulary.ts';
import type { Queries } from '../store/database.ts';
import type { Session } from '../store/sessions.ts';
import type { Workings } from '../workings.ts';

/** Who calls: a person with their session, or a program with its key. */
export type Caller =
  | { readonly kind: 'person'; readonly name: string; readonly session: Session }
  | { readonly kind: 'program'; readonly name: string };

export interface ConsoleEnv {
  readonly Variables: { readonly caller: Caller; readonly auditAction: AuditAction | undefined };
}

export type Handler = MiddlewareHandler<ConsoleEnv>;
export type ConsoleContext = Context<ConsoleEnv>;

const mostBytes = 8 * 1024;

export type Read<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: Response };

/** The body, read by its schema; else the answer that refuses it. `most` is in bytes. */
export async function readRequest<Schema extends z.ZodMiniType>(
  c: Context,
  schema: Schema,
  most = mostBytes,
): Promise<Read<z.output<Schema>>> {
  const body = await readJson(c, most);
  if (!body.ok) return { ok: false, refusal: c.json({ reason: body.reason }, body.status) };
  const parsed = schema.safeParse(body.value);
  if (!parsed.success) return { ok: false, refusal: c.json({ reason: 'bad-request' }, 400) };
  return { ok: true, value: parsed.data };
}

const Id = z.uuidv4();

/** The id in the address; `undefined` when it is none. */
export function readId(c: Context): string | undefined {
  return Id.safeParse(c.req.param('id')).data;
}

/** The signed-in person of a route that no program may call. */
export function personOf(c: ConsoleContext): Session {
  const caller = c.get('caller');
  if (caller.kind !== 'person') throw new TypeError('this route is for people');
  return caller.session;
}

export interface Act<Value> {
  readonly value: Value;
  /** The id of what was done something to; `undefined` when nothing was done after all. */
  readonly target: string | undefined;
  readonly detail?: AuditEvent['detail'];
}

/**
 * Does something and adds it to the audit log, both or neither. The matrix says what it is called there. A revocation is also kept
 * outside the database, so that no restore undoes it.
 */
export async function act<Value>(
  c: ConsoleContext,
  workings: Workings,
  work: (queries: Queries) => Promise<Act<Value>>,
): Promise<Value> {
  const action = c.get('auditAction');
  if (action === undefined) throw new TypeError('this route has no name in the audit log');
  const { db, clock } = workings;
  const result = await db.transaction(async (queries) => {
    const { value, target, detail } = await work(queries);
    const event = { actor: c.get('caller').name, action, now: clock() };
    if (target !== undefined) await appendAudit(queries, { ...event, target, ...(detail && { detail }) });
    return value;
  });
  if (isRevocation(action)) await keepRevocations(workings);
  return result;
}

/** The same workings, writing within a transaction that is open. */
export function within(workings: Workings, { query }: Queries): Workings {
  const { db } = workings;
  return { ...workings, db: { ...db, query, transaction: (work) => work({ query }) } };
}
