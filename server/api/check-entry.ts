import * as z from 'zod/mini';
import { Incident } from '../../lib/contract/incident.ts';
import type { IncidentBatch, IncidentReply } from '../../lib/contract/incident.ts';

export type Rejection = IncidentReply['rejected'][number];
export type RejectionReason = Rejection['reason'];

export type CheckedEntry =
  | { readonly ok: true; readonly incident: Incident }
  | { readonly ok: false; readonly id: string | null; readonly reason: RejectionReason };

const day = 86_400_000;
/** A browser may have been offline for long; beyond this the key of its pseudonym is gone. */
export const acceptedDays = 180;
/** Of a four-byte column. */
const largestInteger = 2 ** 31 - 1;

const WithId = z.object({ id: z.uuidv4() });

/** Reads one event of a batch. A bad one is refused whole; only its id, when it has one, is said back. */
export function checkEntry({ event }: IncidentBatch['entries'][number], now: number): CheckedEntry {
  const value = parse(event);
  if (value === undefined) return { ok: false, id: null, reason: 'bad-json' };
  const id = WithId.safeParse(value).data?.id ?? null;
  const incident = Incident.safeParse(value);
  if (!incident.success) return { ok: false, id, reason: 'bad-schema' };
  if (!isStorable(incident.data)) return { ok: false, id, reason: 'bad-schema' };
  const at = Date.parse(incident.data.at);
  if (at > now + day) return { ok: false, id, reason: 'from-the-future' };
  if (at < now - acceptedDays * day) return { ok: false, id, reason: 'too-old' };
  return { ok: true, incident: incident.data };
}

/** The schema lets pass the 31st of February and numbers beyond the columns: a database error would hold up the whole chain. */
function isStorable({ at, policy }: Incident): boolean {
  const time = Date.parse(at);
  if (Number.isNaN(time) || new Date(time).toISOString() !== at.replace('Z', '.000Z')) return false;
  return Math.max(policy.epoch, policy.seq) <= largestInteger;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
