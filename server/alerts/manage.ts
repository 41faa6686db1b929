import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { endsAfter } from '../sinks/deadline.ts';
import { receiverOf, sealLabel } from '../sinks/receiver.ts';
import { defaultReach } from '../sinks/send.ts';
import type { Problem } from '../sinks/sink.ts';
import {
  deleteDestination,
  insertDestination,
  readDestination,
  readDestinations,
  updateDestination,
} from '../store/alert-destinations.ts';
import type { StoredDestination } from '../store/alert-destinations.ts';
import { countNotices, hurryNotices, reviveNotices } from '../store/alert-notices.ts';
import { dayOf } from '../store/database.ts';
import type { Workings } from '../workings.ts';
import type { Misfit, Notice } from './channel.ts';
import type { DestinationChanges, DestinationDraft, DestinationTested } from './contract.ts';
import { DestinationList } from './contract.ts';
import { channels } from './registry.ts';
import { sendNotices } from './send.ts';

export type Answer<More = unknown> =
  ({ readonly ok: true } & More) | { readonly ok: false; readonly reason: Misfit | 'not-found' };

/** Adds a destination, switched on. It is told what happens from now on. */
export async function addDestination(
  { db, keys, clock }: Workings,
  { settings, secret, ...draft }: DestinationDraft,
): Promise<Answer<{ readonly id: string }>> {
  const wrong = misfitOf(draft.channel, settings, secret);
  if (wrong !== undefined) return { ok: false, reason: wrong };
  const id = randomUUID();
  const text = JSON.stringify(settings);
  await insertDestination(db, {
    ...draft,
    id,
    settings: text,
    secret: secret === undefined ? null : keys.seal(secret, labelFor(draft.channel, text)),
    enabled: true,
    createdOn: dayOf(clock()),
  });
  return { ok: true, id };
}

function misfitOf(channel: string, settings: unknown, secret: string | undefined): Misfit | undefined {
  const known = channels.get(channel);
  return known === undefined ? 'bad-settings' : known.misfit(settings, secret);
}

export async function changeDestination(
  { db, keys }: Workings,
  id: string,
  { settings, secret, ...changes }: DestinationChanges,
): Promise<Answer> {
  const before = await readDestination(db, id);
  if (before === undefined) return { ok: false, reason: 'not-found' };
  const after = { ...before, ...defined(changes), ...(settings && { settings: JSON.stringify(settings) }) };
  // A secret goes only to the receiver that it was entered for.
  const isElsewhere = receiverOf(before.settings) !== receiverOf(after.settings);
  if (before.secret !== null && isElsewhere && secret === undefined) return { ok: false, reason: 'secret-needed' };
  const kept =
    before.secret === null ? undefined : keys.unseal(before.secret, labelFor(before.channel, before.settings));
  // A name, the kinds and the switch can be changed whatever became of the secret.
  const isOther = settings !== undefined || secret !== undefined;
  const wrong = isOther ? misfitOf(before.channel, JSON.parse(after.settings), secret ?? kept) : undefined;
  if (wrong !== undefined) return { ok: false, reason: wrong };
  await updateDestination(db, {
    ...after,
    secret: secret === undefined ? before.secret : keys.seal(secret, labelFor(after.channel, after.settings)),
  });
  await hurryNotices(db, id);
  return { ok: true };
}

type Plain = Omit<DestinationChanges, 'settings' | 'secret'>;

function defined({ title, kinds, fromLevel, enabled }: Plain): Partial<StoredDestination> {
  return {
    ...(title === undefined ? {} : { title }),
    ...(kinds === undefined ? {} : { kinds }),
    ...(fromLevel === undefined ? {} : { fromLevel }),
    ...(enabled === undefined ? {} : { enabled }),
  };
}

const Settings = z.record(z.string(), z.unknown());

const labelFor = (channel: string, settings: string) => sealLabel('alert-destination', channel, settings);

/** Removes a destination and what waits for it. */
export async function removeDestination({ db }: Workings, id: string): Promise<Answer> {
  if ((await readDestination(db, id)) === undefined) return { ok: false, reason: 'not-found' };
  await deleteDestination(db, id);
  return { ok: true };
}

/** Dead letters get their tries again. */
export async function retryDestination({ db }: Workings, id: string): Promise<Answer> {
  if ((await readDestination(db, id)) === undefined) return { ok: false, reason: 'not-found' };
  await reviveNotices(db, id);
  return { ok: true };
}

export async function listDestinations({ db }: Workings): Promise<DestinationList> {
  const counts = await countNotices(db);
  const rows = (id: string, dead: boolean) =>
    counts.find((row) => row.destination_id === id && row.dead === dead)?.rows ?? 0;
  const destinations = (await readDestinations(db)).map(({ secret, settings, ...destination }) => ({
    ...destination,
    settings: z.parse(Settings, JSON.parse(settings)),
    hasSecret: secret !== null,
    waiting: rows(destination.id, false),
    dead: rows(destination.id, true),
  }));
  return z.parse(DestinationList, { destinations });
}

/** Sends one notice that says it is a test, past the queue; `undefined` when there is no such destination. */
export async function testDestination(
  workings: Workings,
  id: string,
  { publicUrl, reach = defaultReach }: { readonly publicUrl: string; readonly reach?: typeof defaultReach },
): Promise<DestinationTested | undefined> {
  const destination = await readDestination(workings.db, id);
  if (destination === undefined) return undefined;
  const since = dayOf(workings.clock());
  const test: Notice = {
    id: randomUUID(),
    alertId: randomUUID(),
    kind: 'silent-group',
    level: 'warning',
    event: 'test',
    since,
  };
  const call = { destination, reach, publicUrl, signal: endsAfter(2 * reach.timeout) };
  const [verdict] = await sendNotices(workings, call, [test]);
  const problem: Problem | null = verdict !== undefined && 'problem' in verdict ? verdict.problem : null;
  return verdict?.verdict === 'accepted'
    ? { arrived: true, problem: null }
    : { arrived: false, problem: problem ?? 'sink-failed' };
}
