import { recordAudit } from '../store/audit.ts';
import type { AuditEvent } from '../store/audit.ts';
import type { Workings } from '../workings.ts';
import type { Caller } from './handler.ts';

const hour = 3_600_000;
/** More than people and programs have combinations of filters in an hour; beyond it the oldest are noted again. */
const mostRemembered = 50_000;

export type NoteRead = (caller: Caller, read: Pick<AuditEvent, 'action' | 'target' | 'detail'>) => Promise<void>;

/**
 * Notes in the audit log that somebody read, before anything is shown: once in an hour for the same reader, list and names of filters.
 * A page that is left open, or a program that asks each minute, would else fill a log from which nothing is ever deleted. Each process
 * remembers for itself, so several may note the same hour.
 */
export function readNoter({ db, clock }: Pick<Workings, 'db' | 'clock'>): NoteRead {
  const noted = new Map<string, number>();
  return async ({ kind, name }, { action, target, detail }) => {
    const now = clock();
    const key = JSON.stringify([kind, name, action, target, detail ?? {}]);
    const before = noted.get(key);
    if (before !== undefined && Math.abs(now - before) < hour) return;
    await recordAudit(db, { actor: name, action, target, ...(detail && { detail }), now });
    noted.delete(key); // the one noted last stands last
    noted.set(key, now);
    const [oldest] = noted.size > mostRemembered ? noted.keys() : [];
    if (oldest !== undefined) noted.delete(oldest);
  };
}
