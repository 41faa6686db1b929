import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { dayOf } from '../store/database.ts';
import { countQueues, enqueueDay, hurry, reviveDead } from '../store/sink-queue.ts';
import { deleteSink, insertSink, readSink, readSinks, updateSink } from '../store/sinks.ts';
import type { StoredSink } from '../store/sinks.ts';
import { sinkProblems } from '../vocabulary.ts';
import type { Workings } from '../workings.ts';
import { endsAfter } from './deadline.ts';
import { receiverOf, sealLabel } from './receiver.ts';
import { sinkKinds } from './registry.ts';
import { defaultReach, sendEvents, sinkEvent } from './send.ts';
import type { Problem, Sink } from './sink.ts';
import { testIncident } from './test-incident.ts';

const title = z.string().check(z.trim(), z.minLength(1), z.maxLength(80), z.regex(/^[^\p{C}]+$/u));
/** Goes into a header, so printable ASCII. */
const secret = z.string().check(z.maxLength(4_096), z.regex(/^[\x20-\x7e]+$/));
const settings = z.record(z.string(), z.unknown());

/** What a person enters for a new sink. `settings` is read by the schema of the kind. */
export const SinkDraft = z.strictObject({ kind: z.string(), title, settings, secret: z.optional(secret) });

/** What a person changes. Without `secret` the old one stays, unless the receiver is another. */
export const SinkChanges = z.strictObject({
  title: z.optional(title),
  settings: z.optional(settings),
  secret: z.optional(secret),
  enabled: z.optional(z.boolean()),
});

/** A sink as people see it: never with its secret. Days are UTC, `YYYY-MM-DD`. */
export const SinkView = z.strictObject({
  id: z.uuidv4(),
  kind: z.string(),
  title: z.string(),
  settings,
  hasSecret: z.boolean(),
  enabled: z.boolean(),
  createdOn: z.iso.date(),
  failingSince: z.nullable(z.iso.date()),
  lastProblem: z.nullable(z.enum(sinkProblems)),
  waiting: z.int(),
  dead: z.int(),
});
export type SinkView = z.infer<typeof SinkView>;

export type Refusal = 'bad-request' | 'unknown-kind' | 'bad-settings' | 'bad-secret' | 'secret-needed' | 'not-found';
export type Answer<More = unknown> =
  ({ readonly ok: true } & More) | { readonly ok: false; readonly reason: Refusal | Problem };

function refuse(reason: Refusal | Problem) {
  return { ok: false, reason } as const;
}

/** Adds a sink, switched on. It gets what is recorded from now on; `replay` gives it what is there. */
export async function addSink(workings: Workings, draft: unknown): Promise<Answer<{ readonly id: string }>> {
  const { db, keys, clock } = workings;
  const read = SinkDraft.safeParse(draft);
  if (!read.success) return refuse('bad-request');
  const kind = sinkKinds.get(read.data.kind);
  if (kind === undefined) return refuse('unknown-kind');
  const wrong = wrongWith(kind, { settings: read.data.settings, secret: read.data.secret });
  if (wrong !== undefined) return refuse(wrong);
  const id = randomUUID();
  const text = JSON.stringify(read.data.settings);
  await insertSink(db, {
    id,
    kind: kind.kind,
    title: read.data.title,
    settings: text,
    secret: read.data.secret === undefined ? null : keys.seal(read.data.secret, sealLabel('sink', kind.kind, text)),
    enabled: true,
    createdOn: dayOf(clock()),
  });
  return { ok: true, id };
}

interface Configuration {
  readonly settings: unknown;
  readonly secret: string | undefined;
}

function wrongWith(kind: Sink, { settings: given, secret: text }: Configuration): Refusal | undefined {
  if (!z.safeParse(kind.settings, given).success) return 'bad-settings';
  if (text === undefined) return kind.secret === 'required' ? 'secret-needed' : undefined;
  return kind.secret === 'none' || kind.secretFits?.(text) === false ? 'bad-secret' : undefined;
}

export async function changeSink(workings: Workings, id: string, changes: unknown): Promise<Answer> {
  const { db, keys } = workings;
  const read = SinkChanges.safeParse(changes);
  if (!read.success) return refuse('bad-request');
  const before = await findSink(workings, id);
  if (before === undefined) return refuse('not-found');
  const kind = sinkKinds.get(before.kind);
  if (kind === undefined) return refuse('unknown-kind');
  const after = { ...before, ...defined(read.data) };
  const kept =
    before.secret === null ? undefined : keys.unseal(before.secret, sealLabel('sink', before.kind, before.settings));
  // A secret goes only to the receiver that it was entered for.
  const isElsewhere = receiverOf(before.settings) !== receiverOf(after.settings);
  if (before.secret !== null && isElsewhere && read.data.secret === undefined) return refuse('secret-needed');
  // A name and the switch can be changed whatever became of the secret.
  const isOther = read.data.settings !== undefined || read.data.secret !== undefined;
  const configuration = { settings: readSettings(after.settings), secret: read.data.secret ?? kept };
  const wrong = isOther ? wrongWith(kind, configuration) : undefined;
  if (wrong !== undefined) return refuse(wrong);
  const given = read.data.secret;
  const sealed = given === undefined ? before.secret : keys.seal(given, sealLabel('sink', after.kind, after.settings));
  await updateSink(db, { ...after, secret: sealed });
  await hurry(db, id);
  return { ok: true };
}

function defined({ title: name, settings: given, enabled }: z.infer<typeof SinkChanges>): Partial<StoredSink> {
  return {
    ...(name === undefined ? {} : { title: name }),
    ...(given === undefined ? {} : { settings: JSON.stringify(given) }),
    ...(enabled === undefined ? {} : { enabled }),
  };
}

function readSettings(text: string): z.infer<typeof settings> {
  return z.parse(settings, JSON.parse(text));
}

/** Removes a sink and what waits for it. */
export async function removeSink(workings: Workings, id: string): Promise<Answer> {
  if ((await findSink(workings, id)) === undefined) return refuse('not-found');
  await workings.db.transaction((queries) => deleteSink(queries, id));
  return { ok: true };
}

export async function listSinks({ db }: Workings): Promise<readonly SinkView[]> {
  const sinks = await readSinks(db);
  const counts = await countQueues(db);
  const sum = (id: string, dead: boolean) =>
    counts.filter((row) => row.sink_id === id && row.dead === dead).reduce((total, { rows }) => total + rows, 0);
  return sinks.map(({ secret: sealed, lastCheckpoint: _last, ...sink }) =>
    z.parse(SinkView, {
      ...sink,
      settings: readSettings(sink.settings),
      hasSecret: sealed !== null,
      waiting: sum(sink.id, false),
      dead: sum(sink.id, true),
    }),
  );
}

/** Sends one event that says it is a test, past the queue. */
export async function testSink(workings: Workings, id: string, reach = defaultReach): Promise<Answer> {
  const sink = await findSink(workings, id);
  if (sink === undefined) return refuse('not-found');
  const call = { sink, reach, signal: endsAfter(2 * reach.timeout) };
  const [verdict] = await sendEvents(workings, call, [sinkEvent(workings, testIncident(workings.clock()))]);
  if (verdict === undefined || verdict.verdict === 'untried') return refuse('sink-failed');
  return verdict.verdict === 'accepted' ? { ok: true } : refuse(verdict.problem);
}

const day = 86_400_000;
const mostDays = 400;

/** Sends a sink what is kept of these UTC days, first and last included, once more. */
export async function replay(workings: Workings, id: string, days: { from: string; to: string }): Promise<Answer> {
  const read = z.safeParse(z.strictObject({ from: z.iso.date(), to: z.iso.date() }), days);
  if (!read.success) return refuse('bad-request');
  const [first, last] = [Date.parse(read.data.from), Date.parse(read.data.to)];
  if (first > last || last - first > mostDays * day) return refuse('bad-request');
  if ((await findSink(workings, id)) === undefined) return refuse('not-found');
  // Day by day, so that no transaction is large.
  for (let time = first; time <= last; time += day) await enqueueDay(workings.db, id, dayOf(time));
  return { ok: true };
}

/** Dead letters get their tries again. */
export async function retryDead(workings: Workings, id: string): Promise<Answer> {
  if ((await findSink(workings, id)) === undefined) return refuse('not-found');
  await reviveDead(workings.db, id);
  return { ok: true };
}

async function findSink({ db }: Workings, id: string): Promise<StoredSink | undefined> {
  return z.safeParse(z.uuidv4(), id).success ? readSink(db, id) : undefined;
}
