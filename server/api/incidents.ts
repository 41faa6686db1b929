import { Hono } from 'hono';
import { IncidentBatch } from '../../lib/contract/incident.ts';
import type { IncidentReply } from '../../lib/contract/incident.ts';
import { refuseDestroyed } from '../privacy/destroyed-period.ts';
import { appendToChain } from '../store/chains.ts';
import type { Appended, ChainEntry } from '../store/chains.ts';
import type { Workings } from '../workings.ts';
import type { DeviceEnv } from './bearer.ts';
import { limitBody, readJson } from './body.ts';
import { checkEntry } from './check-entry.ts';
import type { CheckedEntry, Rejection } from './check-entry.ts';

const maxBytes = 1024 * 1024;
const maxInflated = 8 * 1024 * 1024;

/** `POST /v1/incidents`: limit, parse, store, then answer with a signed receipt. What was not committed is never acknowledged. */
export function incidentsRoute(workings: Workings) {
  const { db, keys, clock } = workings;
  return new Hono<DeviceEnv>().post('/', limitBody(maxBytes), async (c) => {
    const body = await readJson(c, maxInflated);
    if (!body.ok) return c.json({ reason: body.reason }, body.status);
    const batch = IncidentBatch.safeParse(body.value);
    if (!batch.success) return c.json({ reason: 'unreadable-envelope' }, 400);
    const { chain, from, entries } = batch.data;
    const installId = c.get('installId');
    const checked = entries.map((entry) => refuseDestroyed(checkEntry(entry, clock()), keys));
    const appended = await appendToChain(db, {
      installId,
      chain,
      from,
      entries: entries.map((entry, index) => chainEntry(entry, checked[index], (at) => keys.pseudonym(installId, at))),
    });
    const receipt = await keys.signReceipt({ chain, count: appended.count, head: appended.head });
    return c.json({ receipt, rejected: rejections(checked, appended, from) } satisfies IncidentReply);
  });
}

function chainEntry(
  { salt, event }: IncidentBatch['entries'][number],
  checked: CheckedEntry | undefined,
  pseudonym: (at: string) => string,
): ChainEntry {
  if (checked?.ok !== true) return { salt, event };
  return { salt, event, stored: { incident: checked.incident, pseudonym: pseudonym(checked.incident.at) } };
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
