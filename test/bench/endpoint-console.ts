import { listIncidents } from '../../server/store/incident-list.ts';
import type { IncidentFilters } from '../../server/store/incident-list.ts';
import { migrate } from '../../server/store/migrate.ts';
import { openPostgresql } from '../../server/store/postgresql.ts';
import { millisecondsOf } from './speed.ts';

/** As many as the console asks for: a page of 50, and one more. */
const limit = 51;
const runs = 5;

const views: readonly (readonly [name: string, filters: IncidentFilters])[] = [
  ['no filter', {}],
  ['blocked and critical, a month', { action: 'block', severity: 'critical', from: '2026-06-01', to: '2026-06-30' }],
  ['a category that one row in a hundred has', { category: 'health' }],
  ['one pseudonym', { pseudonym: 'person-77' }],
  ['filters that no row fits', { outcome: 'justified', severity: 'low', surface: 'file' }],
];

/** Milliseconds of the first page under each view, the median of some runs. */
export async function measureConsole(databaseUrl: string, rows: number) {
  const db = openPostgresql(databaseUrl, () => undefined);
  await migrate(db);
  await fill((sql, values) => db.query(sql, values), rows);
  const results: { readonly name: string; readonly median: number }[] = [];
  for (const [name, filters] of views) {
    const times: number[] = [];
    for (let run = 0; run < runs; run += 1)
      times.push(await millisecondsOf(() => listIncidents(db, { filters, limit })));
    results.push({ name, median: times.toSorted((a, b) => a - b)[runs >> 1] ?? 0 });
  }
  await db.close();
  return results;
}

/** A year of traffic in one statement. */
async function fill(query: (sql: string, values: readonly number[]) => Promise<unknown>, rows: number): Promise<void> {
  await query(
    `INSERT INTO incidents (bucket, id, pseudonym, day, rounded_at, surface, action, outcome, justification, severity,
       length_bucket, ring, policy_source, policy_epoch, policy_seq, extension, browser_family, browser_major,
       chain_restarted, findings, cause)
     SELECT n % 1024, gen_random_uuid(), 'person-' || n % 5000, at::date, at, 'composer',
       (ARRAY['redact', 'block', 'warn', 'log'])[n % 4 + 1], 'replaced', NULL,
       (ARRAY['critical', 'high', 'medium', 'low'])[n % 4 + 1],
       '<1k', 'composer', 'endpoint', 1, 1, '0.1', 'chromium', 156, false,
       jsonb_build_array(jsonb_build_object('detector', 'aws-access-key', 'version', 1, 'rule', 'credentials',
         'category', CASE WHEN n % 100 = 0 THEN 'health' ELSE 'credential' END,
         'severity', 'critical', 'action', 'redact', 'count', 1)), NULL
     FROM generate_series(1, $1::integer) AS n,
       LATERAL (SELECT timestamptz '2026-01-01T00:00:00Z' + (n % 105120) * interval '5 minutes' AS at) AS moment`,
    [rows],
  );
  await query('ANALYZE incidents', []);
}
