import type { CheckedEntry } from '../api/check-entry.ts';
import type { Keys } from '../keys/key-folder.ts';

/** Refuses an event of a period whose keys were destroyed: it could only be stored under a new name. */
export function refuseDestroyed(entry: CheckedEntry, keys: Pick<Keys, 'isDestroyed'>): CheckedEntry {
  if (!entry.ok || !keys.isDestroyed(entry.incident.at)) return entry;
  return { ok: false, id: entry.incident.id, reason: 'too-old' };
}
