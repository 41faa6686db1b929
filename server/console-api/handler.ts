import type { Context, MiddlewareHandler } from 'hono';
import type * as z from 'zod/mini';
import { readJson } from '../api/body.ts';
import type { Session } from '../store/sessions.ts';

export interface ConsoleEnv {
  readonly Variables: { readonly session: Session };
}

export type Handler = MiddlewareHandler<ConsoleEnv>;

const maxInflated = 8 * 1024;

export type Read<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: Response };

/** The body, read by its schema; else the answer that refuses it. */
export async function readRequest<Schema extends z.ZodMiniType>(
  c: Context,
  schema: Schema,
): Promise<Read<z.output<Schema>>> {
  const body = await readJson(c, maxInflated);
  if (!body.ok) return { ok: false, refusal: c.json({ reason: body.reason }, body.status) };
  const parsed = schema.safeParse(body.value);
  if (!parsed.success) return { ok: false, refusal: c.json({ reason: 'bad-request' }, 400) };
  return { ok: true, value: parsed.data };
}
