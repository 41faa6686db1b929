import { toBase64url } from '../contract/bytes.ts';
import { emptyHead, nextHead } from '../contract/chain.ts';
import { Incident } from '../contract/incident.ts';
import type { IncidentDraft, RecordedIncident } from '../messaging/contract.ts';
import type { ChainRow, DraftRow, EntryRow, SluiceDatabase } from '../storage/database.ts';
import { isEntry } from '../storage/database.ts';
import type { Justification, Outcome } from '../vocabulary/actions.ts';
import type { PolicySource } from '../vocabulary/states.ts';
import { roundedTime } from './rounded-time.ts';

export interface RecorderOptions {
  readonly db: SluiceDatabase;
  readonly now?: () => number;
  /** True when an older database was lost: the first entry of the next chain says so. */
  readonly rebuilt: boolean;
  readonly versions: Pick<Incident, 'extension' | 'browser'>;
  readonly policy: () => { readonly source: PolicySource; readonly epoch: number; readonly seq: number };
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
  /** Newest first. */
  readonly recent: (count: number) => Promise<readonly RecordedIncident[]>;
  readonly waiting: () => Promise<readonly EntryRow[]>;
  /** Removes entries and ledger lines older than this many days, but nothing that still waits. */
  readonly prune: (days: number) => Promise<void>;
}

export function createRecorder(options: RecorderOptions): Recorder {
  const { db, now = Date.now } = options;
  const inTurn = serialised();
  const settleRow = (row: DraftRow, outcome: Outcome, justification?: Justification) =>
    inTurn(() => append(row, incidentOf(row, { outcome, justification }, options), options));
  return {
    async draft(draft, tabId) {
      const id = crypto.randomUUID();
      await db.drafts.add({ id, at: roundedTime(now()), draft, session: options.session, tabId });
      return id;
    },
    async settle({ id, outcome, justification }) {
      const row = await db.drafts.get(id);
      return row === undefined ? false : settleRow(row, outcome, justification);
    },
    async record(draft, outcome) {
      await settleRow({ id: crypto.randomUUID(), at: roundedTime(now()), draft, session: '', tabId: -1 }, outcome);
    },
    async recover(openTabs) {
      const left = await db.drafts
        .filter(({ session, tabId }) => session !== options.session || !openTabs.has(tabId))
        .toArray();
      for (const row of left) await settleRow(row, 'abandoned');
      return left.length;
    },
    recent: (count) => recentOf(db, count),
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

function incidentOf(row: DraftRow, end: Omit<Settlement, 'id'>, { versions, policy }: RecorderOptions): Incident {
  const { urgent: _urgent, ...draft } = row.draft;
  const { outcome, justification } = end;
  const { source, epoch, seq } = policy();
  const incident = { id: row.id, at: row.at, ...draft, outcome, policy: { source, epoch, seq }, ...versions };
  return justification === undefined ? incident : { ...incident, justification };
}

async function append(row: DraftRow, incident: Incident, options: RecorderOptions): Promise<boolean> {
  const { db } = options;
  const salt = toBase64url(crypto.getRandomValues(new Uint8Array(32)));
  const orgId = options.orgId();
  const chain = orgId === undefined ? undefined : await chainOf(orgId, options);
  const event = JSON.stringify(chain?.restarted === true ? { ...incident, chainRestarted: true } : incident);
  // The hash is made outside of the transaction, which must not wait for anything but the database.
  const head = chain === undefined ? '' : await nextHead(chain.head, { salt, event });
  const entry = {
    id: incident.id,
    at: incident.at,
    chain: chain?.id ?? '',
    index: chain?.count ?? 0,
    salt,
    event,
    head,
    dueAt: dueAt(row.draft, options),
    state: chain === undefined ? ('local-only' as const) : ('waiting' as const),
  };
  return db.transaction('rw', db.drafts, db.entries, db.chain, async () => {
    if ((await db.entries.where('id').equals(incident.id).count()) > 0) return false;
    await db.drafts.delete(incident.id);
    await db.entries.add(entry);
    if (chain) await db.chain.put({ ...chain, count: chain.count + 1, head, restarted: false });
    return true;
  });
}

async function chainOf(orgId: string, { db, rebuilt }: RecorderOptions): Promise<ChainRow> {
  const current = await db.chain.get('current');
  if (current?.orgId === orgId) return current;
  const id = crypto.randomUUID();
  return {
    key: 'current',
    id,
    orgId,
    count: 0,
    head: await emptyHead(id),
    restarted: rebuilt && current === undefined,
  };
}

function dueAt({ urgent }: IncidentDraft, { now = Date.now, delay }: RecorderOptions): number {
  const [least, most] = delay();
  return urgent ? now() : now() + (least + Math.random() * Math.max(0, most - least)) * 1_000;
}

async function recentOf(db: SluiceDatabase, count: number): Promise<readonly RecordedIncident[]> {
  const rows: readonly unknown[] = await db.entries.orderBy('n').reverse().limit(count).toArray();
  return rows.filter(isEntry).flatMap(({ event, state }) => {
    const parsed = Incident.safeParse(parseJson(event));
    return parsed.success ? [{ incident: parsed.data, sync: state }] : [];
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the schema then refuses it
  }
}

async function prune(db: SluiceDatabase, before: string): Promise<void> {
  await db.entries.filter(({ at, state }) => at < before && state !== 'waiting').delete();
  await db.ledger.filter(({ at }) => at < before).delete();
}
