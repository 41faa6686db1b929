import { eraseIncidents, lookUpIncidents } from '../privacy/erase.ts';
import type { Workings } from '../workings.ts';
import { EntryIds, ErasedEntries, HeldEntries } from './erasure-contract.ts';
import { act, readRequest } from './handler.ts';
import type { Handler } from './handler.ts';

const mostBytes = 32 * 1024;
/** The audit log says how many, never which: it is kept for ever. */
const target = 'incidents';

/** `POST /api/erasure/lookup`: what is stored under these ids. A `POST`, because addresses end up in logs. */
export function lookUpHandler(workings: Workings): Handler {
  return async (c) => {
    const request = await readRequest(c, EntryIds, mostBytes);
    if (!request.ok) return request.refusal;
    const { ids } = request.value;
    const { rows, sinks } = await act(c, workings, async (queries) => {
      const value = await lookUpIncidents(queries, ids);
      return { value, target, detail: { asked: ids.length, found: value.rows.length } };
    });
    const held = rows.map(({ incident, severity }) => ({ incident, severity }));
    return c.json(HeldEntries.parse({ rows: held, sinks }));
  };
}

/** `POST /api/erasure`: deletes what is stored under these ids, and refuses what comes under them later. */
export function eraseHandler(workings: Workings): Handler {
  const { clock } = workings;
  return async (c) => {
    const request = await readRequest(c, EntryIds, mostBytes);
    if (!request.ok) return request.refusal;
    const { ids } = request.value;
    const done = await act(c, workings, async (queries) => {
      const value = await eraseIncidents(queries, { ids, now: clock() });
      return { value, target, detail: { asked: ids.length, erased: value.erased } };
    });
    return c.json(ErasedEntries.parse(done));
  };
}
