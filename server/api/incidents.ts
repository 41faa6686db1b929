import { Hono } from 'hono';
import type { Context } from 'hono';
import { IncidentBatch } from '../../lib/contract/incident.ts';
import type { IncidentReply } from '../../lib/contract/incident.ts';
import { refuseDestroyed } from '../privacy/destroyed-period.ts';
import { openGroupCommit, usualLimits } from '../ingest/group-commit.ts';
import type { GroupCommit, GroupLimits } from '../ingest/group-commit.ts';
import { bodyRoom, largestInflated } from '../ingest/body-room.ts';
import type { BodyRoom } from '../ingest/body-room.ts';
import { urgencyOf, waitAtRandom } from '../ingest/load.ts';
import type { Alongside, Appended, ChainEntry } from '../store/chains.ts';
import { addCounts } from '../store/counts.ts';
import type { Workings } from '../workings.ts';
import type { DeviceEnv } from './bearer.ts';
import { limitBody, readJson } from './body.ts';
import { checkEntry } from './check-entry.ts';
import type { CheckedEntry, Rejection } from './check-entry.ts';
import { rateLimit } from './rate-limit.ts';
import type { Rate } from './rate-limit.ts';

const maxBytes = 1024 * 1024;
const most = { sent: maxBytes, inflated: 8 * 1024 * 1024 };

/**
 * Requests of one group that this process takes: a group that floods does not hold up the others. Those without a group are one too. A
 * fleet of 100,000 without any sends 1,160 a second at a bad peak (docs/scaling.md), and comes back after an outage over minutes.
 */
const groupRate: Rate = { burst: 20_000, perSecond: 2_000 };

/** The name of no group. */
const noGroup = '';

export interface IncidentsOptions {
  readonly ingest?: GroupCommit | undefined;
  readonly limits?: GroupLimits | undefined;
  readonly groupRate?: Rate | undefined;
  readonly bodies?: BodyRoom | undefined;
}

interface IncidentsEnv {
  readonly Variables: DeviceEnv['Variables'] & {
    /** What the body may grow to; so much is counted until it was read. */
    readonly inflated: number;
    readonly bodyRead: () => void;
  };
}

/** `POST /v1/incidents`: limit, parse, store, then answer with a signed receipt. What was not committed is never acknowledged. */
export function incidentsRoute(workings: Workings, options: IncidentsOptions = {}) {
  const { db, keys, clock } = workings;
  const countThem: Alongside = (queries, incidents) =>
    addCounts(
      queries,
      keys,
      incidents.map(({ group = null, ...row }) => ({ ...row, group })),
    );
  const ingest = options.ingest ?? openGroupCommit(db, options.limits ?? usualLimits(db), countThem);
  const groups = rateLimit(options.groupRate ?? groupRate);
  const bodies = options.bodies ?? bodyRoom();
  const app = new Hono<IncidentsEnv>();
  app.use(async (c, next) => {
    const wait = groups.take(c.get('group') ?? noGroup, clock());
    if (wait > 0) return c.json({ reason: 'too-many-requests' }, 429, { 'Retry-After': String(wait) });
    const retryAfter = ingest.wait('high'); // a full house reads no body
    return retryAfter > 0 ? overloaded(c, retryAfter) : next();
  });
  app.use(async (c, next) => {
    const inflated = largestInflated((name) => c.req.header(name), most);
    const bodyRead = bodies.enter(c.get('installId'), inflated);
    if (bodyRead === undefined) return overloaded(c, waitAtRandom());
    c.set('inflated', inflated);
    c.set('bodyRead', bodyRead);
    return next().finally(bodyRead);
  });
  return app.post('/', limitBody(maxBytes), async (c) => {
    const body = await readJson(c, c.get('inflated'));
    c.get('bodyRead')(); // from here on `ingest` counts
    if (!body.ok) return c.json({ reason: body.reason }, body.status);
    const batch = IncidentBatch.safeParse(body.value);
    if (!batch.success) return c.json({ reason: 'unreadable-envelope' }, 400);
    const { chain, from, entries } = batch.data;
    const [installId, group] = [c.get('installId'), c.get('group')];
    const checked = entries.map((entry) => refuseDestroyed(checkEntry(entry, clock()), keys));
    const chainEntries = entries.map((entry, index) =>
      chainEntry(entry, checked[index], { group, pseudonym: (at) => keys.pseudonym(installId, at) }),
    );
    const urgency = urgencyOf(checked.flatMap((entry) => (entry.ok ? entry.incident : [])));
    const added = await ingest.add({ installId, chain, from, entries: chainEntries }, urgency);
    if (!added.ok) return overloaded(c, added.retryAfter);
    const { count, head, known } = added.appended;
    c.set('entriesTaken', from > count ? 0 : entries.length - known);
    const rejected = rejections(checked, added.appended, from);
    c.set('entriesRejected', rejected);
    const receipt = await keys.signReceipt({ chain, count, head });
    return c.json({ receipt, rejected } satisfies IncidentReply);
  });
}

function overloaded(c: Context, seconds: number) {
  return c.json({ reason: 'overloaded' }, 503, { 'Retry-After': String(seconds) });
}

function chainEntry(
  { salt, event }: IncidentBatch['entries'][number],
  checked: CheckedEntry | undefined,
  whose: { readonly group: string | undefined; readonly pseudonym: (at: string) => string },
): ChainEntry {
  if (checked?.ok !== true) return { salt, event };
  const { incident } = checked;
  return { salt, event, stored: { incident, pseudonym: whose.pseudonym(incident.at), group: whose.group } };
}

/**
 * Tombstones of this batch. For entries that were known before, only what cannot have changed since is said again: the first answer
 * may have been lost on its way.
 */
function rejections(checked: readonly CheckedEntry[], appended: Appended, from: number): Rejection[] {
  if (from > appended.count) return []; // nothing was taken
  const rejected: Rejection[] = [];
  for (const [index, entry] of checked.entries()) {
    const settled = index >= appended.known;
    if (!entry.ok) {
      const lasting = entry.reason === 'bad-json' || entry.reason === 'bad-schema';
      if (settled || lasting) rejected.push({ index, id: entry.id, reason: entry.reason });
    } else if (appended.duplicates.includes(index)) {
      rejected.push({ index, id: entry.incident.id, reason: 'duplicate-id' });
    }
  }
  return rejected;
}
