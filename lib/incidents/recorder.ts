import { nextHead } from '../contract/chain.ts';
import { Incident } from '../contract/incident.ts';
import type { IncidentDraft, RecordedIncident } from '../messaging/contract.ts';
import { count } from '../storage/counters.ts';
import type { DraftRow, EntryRow, SluiceDatabase } from '../storage/database.ts';
import { isDraft, isEntry } from '../storage/rows.ts';
import type { Justification, Outcome } from '../vocabulary/actions.ts';
import { chainFor, isStillEnd, newSalt, readIncident } from './chain-end.ts';
import { prune } from './prune.ts';
import { roundedTime } from './rounded-time.ts';

export interface RecorderOptions {
  readonly db: SluiceDatabase;
  readonly now?: () => number;
  /** Said by `openDatabase`, for reports; the mark that the chain needs stands in the database itself. */
  readonly rebuilt?: boolean;
  readonly versions: Pick<Incident, 'extension' | 'browser'>;
  readonly policy: () => Incident['policy'];
  /** The organisation whose chain entries join; `undefined` where they stay on the device. */
  readonly orgId: () => string | undefined;
  /** The range of the random delay, in seconds. */
  readonly delay: () => readonly [number, number];
  readonly session: string;
}

export interface Settlement {
  readonly id: string;
  readonly outcome: Outcome;
  readonly justification?: Justification | undefined;
}

/** Makes incidents durable: a draft before the dialog shows, an entry of the chain before anything goes on. */
export interface Recorder {
  readonly draft: (draft: IncidentDraft, tabId: number) => Promise<string>;
  /** False when there is no such draft, or it was settled before. */
  readonly settle: (settlement: Settlement) => Promise<boolean>;
  readonly record: (draft: IncidentDraft, outcome: Outcome) => Promise<void>;
  /** Turns drafts of an earlier session or of a closed tab into `abandoned` entries; returns their number. */
  readonly recover: (openTabs: ReadonlySet<number>) => Promise<number>;
  /** The same for one tab whose page was closed or left: its dialogs are gone. */
  readonly abandon: (tabId: number) => Promise<number>;
  /** Newest first. */
  readonly recent: (count: number) => Promise<readonly RecordedIncident[]>;
  readonly waiting: () => Promise<readonly EntryRow[]>;
  /** Removes what is older than this many days, but nothing that no receipt covers yet. */
  readonly prune: (days: number) => Promise<void>;
}

export function createRecorder(options: RecorderOptions): Recorder {
  const { db, now = Date.now, policy } = options;
  const inTurn = serialised();
  const settleRow = (row: DraftRow, end: Omit<Settlement, 'id'>) => inTurn(() => append(row, end, options));
  const abandonAll = async (rows: readonly DraftRow[]) => {
    for (const row of rows) await settleRow(row, { outcome: 'abandoned' });
    return rows.length;
  };
  const made = (draft: IncidentDraft, tabId: number): DraftRow => {
    const { source, epoch, seq } = policy();
    const at = roundedTime(now());
    return { id: crypto.randomUUID(), at, draft, policy: { source, epoch, seq }, session: options.session, tabId };
  };
  return {
    async draft(draft, tabId) {
      const row = made(draft, tabId);
      await db.drafts.add(row);
      return row.id;
    },
    async settle({ id, ...end }) {
      const row = await db.drafts.get(id);
      return row === undefined ? false : settleRow(row, end);
    },
    async record(draft, outcome) {
      // No draft stands behind it: an incident that the schema refuses is a bug, and must hold the request.
      if (!(await settleRow(made(draft, -1), { outcome }))) throw new Error('incident-refused');
    },
    async recover(openTabs) {
      const isLeft = (row: DraftRow) => row.session !== options.session || !openTabs.has(row.tabId);
      return abandonAll(await db.drafts.filter(isLeft).toArray());
    },
    abandon: async (tabId) => abandonAll(await db.drafts.filter((row) => row.tabId === tabId).toArray()),
    recent: (limit) => recentOf(db, limit),
    waiting: () => db.entries.where('state').equals('waiting').sortBy('n'),
    prune: (days) => prune(db, roundedTime(now() - days * 86_400_000)),
  };
}

/** One after the other: the chain has one end. */
function serialised(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const turn = last.then(task);
    last = turn.catch(() => undefined);
    return turn;
  };
}

/** The incident of a draft that ended; `undefined` when the stored draft cannot be read any more. */
function incidentOf(row: DraftRow, end: Omit<Settlement, 'id'>, { versions }: RecorderOptions): Incident | undefined {
  if (!isDraft(row)) return undefined;
  const { urgent: _urgent, ...draft } = row.draft;
  const { outcome, justification } = end;
  const incident = { id: row.id, at: row.at, ...draft, outcome, policy: row.policy, ...versions };
  return Incident.safeParse(justification === undefined ? incident : { ...incident, justification }).data;
}

/** In one transaction: the draft goes, the entry is there, the chain is one longer. False when the incident was there before. */
async function append(row: DraftRow, end: Omit<Settlement, 'id'>, options: RecorderOptions): Promise<boolean> {
  const { db } = options;
  const incident = incidentOf(row, end, options);
  if (incident === undefined) return drop(db, row.id);
  for (;;) {
    const orgId = options.orgId();
    const link = await linkOf(orgId, incident, db);
    const entry = { ...link.entry, id: incident.id, at: incident.at, dueAt: dueAt(row.draft, options) };
    const done = await db.transaction('rw', db.drafts, db.entries, db.chain, db.counters, async () => {
      if ((await db.entries.where('id').equals(incident.id).count()) > 0) return false;
      if (link.before && !(await isStillEnd(db, link.before))) return undefined;
      await db.drafts.delete(incident.id);
      await db.entries.add(entry);
      if (link.after) await db.chain.put(link.after);
      if (link.before?.restarted === true) await db.counters.delete('lost');
      return true;
    });
    if (done !== undefined) return done;
  }
}

/** The entry's place. The hashes are made outside of the transaction, which must not wait for anything but the database. */
async function linkOf(orgId: string | undefined, incident: Incident, db: SluiceDatabase) {
  const salt = newSalt();
  if (orgId === undefined) {
    const event = JSON.stringify(incident);
    return { entry: { orgId: '', chain: '', index: 0, salt, event, head: '', state: 'local-only' as const } };
  }
  const before = await chainFor(db, orgId);
  const event = JSON.stringify(before.restarted ? { ...incident, chainRestarted: true } : incident);
  const head = await nextHead(before.head, { salt, event });
  const entry = { orgId, chain: before.id, index: before.count, salt, event, head, state: 'waiting' as const };
  return { entry, before, after: { ...before, count: before.count + 1, head, restarted: false } };
}

/** A draft that nobody can read any more is counted, not kept. */
async function drop(db: SluiceDatabase, id: string): Promise<boolean> {
  await db.transaction('rw', db.drafts, db.counters, async () => {
    await db.drafts.delete(id);
    await count(db, 'dropped', 1);
  });
  return false;
}

function dueAt({ urgent }: IncidentDraft, { now = Date.now, delay }: RecorderOptions): number {
  const [least, most] = delay();
  return urgent ? now() : now() + (least + Math.random() * Math.max(0, most - least)) * 1_000;
}

async function recentOf(db: SluiceDatabase, limit: number): Promise<readonly RecordedIncident[]> {
  const rows: readonly unknown[] = await db.entries.orderBy('n').reverse().limit(limit).toArray();
  return rows.filter(isEntry).flatMap(({ event, state }) => {
    const incident = readIncident(event);
    return incident === undefined ? [] : [{ incident, sync: state }];
  });
}
