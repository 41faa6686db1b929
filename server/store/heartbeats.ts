import type { Heartbeat } from '../../lib/contract/heartbeat.ts';
import { bucketOf, dayOf } from './database.ts';
import type { Database } from './database.ts';

/**
 * Keeps the latest heartbeat of an installation and day, and no finer time. Only `dropped` is the most of any of them: a browser tells what
 * it lost once, and its next heartbeat must not make that unheard.
 */
export function recordHeartbeat(
  db: Database,
  { installId, heartbeat, now }: { readonly installId: string; readonly heartbeat: Heartbeat; readonly now: number },
): Promise<void> {
  const values = [bucketOf(installId), installId, dayOf(now), heartbeat.state, JSON.stringify(heartbeat)];
  return db.transaction(async ({ query }) => {
    const inserted = await query(
      `INSERT INTO heartbeats (bucket, install_id, day, state, body)
       VALUES ($1::smallint, $2::uuid, $3::date, $4, $5::jsonb) ON CONFLICT DO NOTHING RETURNING day`,
      values,
    );
    if (inserted.length > 0) return;
    await query(
      `UPDATE heartbeats SET state = $4, body = $5::jsonb || jsonb_build_object('dropped',
         greatest((body->>'dropped')::bigint, ($5::jsonb->>'dropped')::bigint))
       WHERE bucket = $1::smallint AND install_id = $2::uuid AND day = $3::date`,
      values,
    );
  });
}
