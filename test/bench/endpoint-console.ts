import { listIncidents } from '../../server/store/incident-list.ts';
import type { IncidentFilters } from '../../server/store/incident-list.ts';
import { countsByDay, countsOfDays } from '../../server/store/published-counts.ts';
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
  await fillCounts((sql, values) => db.query(sql, values));
  const cubes: { readonly name: string; readonly median: number }[] = [];
  for (const [name, from] of [
    ['a quarter', '2026-10-01'],
    ['a year', '2026-01-01'],
  ] as const) {
    const days = { from, to: '2026-12-31' };
    const both = async () => [await countsOfDays(db, days), await countsByDay(db, { ...days, level: 'total' })];
    const times: number[] = [];
    for (let run = 0; run < runs; run += 1) times.push(await millisecondsOf(both));
    cubes.push({ name, median: times.toSorted((a, b) => a - b)[runs >> 1] ?? 0 });
  }
  await db.close();
  return { pages: results, cubes };
}

/** What a year of closed days leaves: of each day its sum, and by action, rule and group; 30 groups with 20 rules each. */
async function fillCounts(query: (sql: string, values: readonly number[]) => Promise<unknown>): Promise<void> {
  await query(
    `INSERT INTO published_counts (bucket, day, level, action, rule, group_name, incidents)
     SELECT (row_number() OVER ()) % 1024, day::date, level, action, rule, group_name, 7
     FROM generate_series(timestamp '2026-01-01', timestamp '2026-12-31', interval '1 day') AS day,
       LATERAL (
         SELECT 'total' AS level, '' AS action, '' AS rule, '' AS group_name
         UNION ALL SELECT 'action', action, '', '' FROM unnest(ARRAY['redact', 'block', 'warn', 'log']) AS action
         UNION ALL SELECT 'line', action, 'rule-' || rule, ''
           FROM unnest(ARRAY['redact', 'block', 'warn', 'log']) AS action, generate_series(1, $1::integer) AS rule
         UNION ALL SELECT 'cell', action, 'rule-' || rule, 'group-' || one
           FROM unnest(ARRAY['redact', 'block', 'warn', 'log']) AS action, generate_series(1, $1::integer) AS rule,
             generate_series(1, $2::integer) AS one
       ) AS shown`,
    [20, 30],
  );
  await query('ANALYZE published_counts', []);
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
