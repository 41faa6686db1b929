import * as z from 'zod/mini';
import { RoundedTime } from '../../lib/contract/incident.ts';
import { listIncidents } from '../store/incident-list.ts';
import type { ListPosition } from '../store/incident-list.ts';
import type { Workings } from '../workings.ts';
import { IncidentQuery, day } from './contract.ts';
import type { IncidentPage } from './contract.ts';
import type { Handler } from './handler.ts';
import { readNoter } from './note-read.ts';

const pageSize = 50;

const Position = z.tuple([RoundedTime, z.uuidv4()]);

/** `GET /api/incidents`: rows one by one, newest first; a page ends with the position of the next. */
export function listHandler(workings: Workings): Handler {
  const { db } = workings;
  const noteRead = readNoter(workings);
  return async (c) => {
    const query = IncidentQuery.safeParse(c.req.query());
    if (!query.success) return c.json({ reason: 'bad-request' }, 400);
    const { after: given, ...filters } = query.data;
    const after = given === undefined ? undefined : readPosition(given);
    if (given !== undefined && after === undefined) return c.json({ reason: 'bad-request' }, 400);
    // At any page: whoever reads names the position of a page, and could begin at any. In one order, however they were sent.
    const names = Object.keys(filters).toSorted().join(' ');
    const detail = names === '' ? undefined : { filters: names };
    await noteRead(c.get('caller'), { action: 'incidents-read', target: 'incidents', ...(detail && { detail }) });
    // One row more than is shown says whether there is a next page.
    const found = await listIncidents(db, { filters, after, limit: pageSize + 1 });
    const rows = found.slice(0, pageSize);
    const last = found.length > pageSize ? rows.at(-1)?.incident : undefined;
    return c.json({ rows: [...rows], next: last ? `${last.at}~${last.id}` : null } satisfies IncidentPage);
  };
}

function readPosition(text: string): ListPosition | undefined {
  const parsed = Position.safeParse(text.split('~'));
  if (!parsed.success) return undefined;
  const [at, id] = parsed.data;
  return day.safeParse(at.slice(0, 10)).success ? { at, id } : undefined; // the shape lets pass a 31st of February
}
