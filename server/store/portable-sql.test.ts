import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { ownMigrations, statementsOf } from './migrate.ts';

/** What the distributed engines lack or treat otherwise, and what only newer versions know. */
const forbidden: Readonly<Record<string, RegExp>> = {
  sequences: /\b(small|big)?serial\b|\bidentity\b|\bsequence\b|\bnextval\b|\bcurrval\b/i,
  'advisory locks': /\bpg_(try_)?advisory/i,
  notifications: /\b(listen|notify|unlisten)\b/i,
  'server-side code': /\btrigger\b|\brule\b\s+\w+\s+as\b|\bfunction\b|\bprocedure\b|\bdo\s+(\$|language)|\bcall\b/i,
  'table locks': /\block\s+table\b/i,
  'deferrable or exclusion constraints': /\bdeferrable\b|\bexclude\s+using\b/i,
  'foreign keys': /\breferences\b|\bforeign\s+key\b/i,
  inheritance: /\binherits\b/i,
  'unlogged or temporary tables': /\bunlogged\b|\btemp(orary)?\s+table\b/i,
  'a conflict target': /\bon\s+conflict\s*(\(|on\b)/i,
  'updates on conflict': /\bdo\s+update\b/i,
  'other index kinds': /\busing\s+(gist|gin|brin|spgist|hash)\b/i,
  extensions:
    /\b(create|drop)\s+extension\b|\bcitext\b|\bltree\b|\bcrypt\(|\bgen_random_uuid\b|\buuidv7\b|\bsimilarity\(/i,
  'generated columns': /\bgenerated\s+always\b/i,
  "the server's clock": /\bnow\(|\bcurrent_(date|time|timestamp)\b|\blocaltime|\bclock_timestamp\b/i,
  truncation: /\btruncate\b/i,
  'newer syntax': /\bjson_table\b|\bmerge\s+into\b/i,
  'cursors that go back or outlive their transaction':
    /(?<!\bno\s+)\bscroll\b|\bwith\s+hold\b|\bfetch\s+(backward|prior|first|last|absolute|relative)\b|^\s*move\b/i,
  'bulk copies, and what only an administrator of the database does': /^\s*(copy|analyze|vacuum)\b/i,
  'skipping locks': /\bskip\s+locked\b/i,
};

const server = fileURLToPath(new URL('..', import.meta.url));
const beginsLikeSql =
  /^\s*(SELECT|INSERT INTO|UPDATE \w+ SET|DELETE FROM|CREATE|ALTER|DROP|WITH \w+ AS|BEGIN|COMMIT|ROLLBACK|LOCK|TRUNCATE|SET|DO|LISTEN|NOTIFY|DECLARE|FETCH|MOVE|CLOSE|COPY|ANALYZE|VACUUM)\b/;

/** Every text in our sources that is a statement, with where it stands. */
function statements(): readonly (readonly [where: string, sql: string])[] {
  const found: [string, string][] = [];
  for (const name of readdirSync(server, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(name) || name.includes('.test.') || name.startsWith('testing')) continue;
    const text = readFileSync(join(server, name), 'utf8');
    const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      if (ts.isStringLiteralLike(node) && beginsLikeSql.test(node.text)) found.push([name, node.text]);
      // A statement put together from parts cannot be checked, and is how injections begin.
      if (ts.isTemplateExpression(node) && beginsLikeSql.test(node.head.text)) found.push([name, 'BUILT FROM PARTS']);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  for (const { name, sql } of ownMigrations())
    found.push(...statementsOf(sql).map((one) => [name, one] as [string, string]));
  return found;
}

/** Names of the things in a statement that the subset does not allow. */
function offences(sql: string): readonly string[] {
  return Object.keys(forbidden).filter((name) => forbidden[name]!.test(sql));
}

describe('the SQL of the endpoint', () => {
  it('stays within the portable subset', () => {
    const all = statements();
    expect(all.length).toBeGreaterThan(45);
    expect(all.map(([, sql]) => sql).filter((sql) => /^(DECLARE|FETCH)\b/.test(sql))).toHaveLength(2);
    expect(all.filter(([, sql]) => offences(sql).length > 0 || sql === 'BUILT FROM PARTS')).toEqual([]);
  });

  it('has a leading bucket in every key of a table that grows', () => {
    const growing = [
      'installs',
      'used_nonces',
      'chains',
      'incidents',
      'heartbeats',
      'sink_queue',
      'counts',
      'count_marks',
      'published_counts',
      'erased_incidents',
    ];
    const creations = statements().map(([, sql]) => sql);
    for (const table of growing) {
      const creation = creations.find((sql) => sql.startsWith(`CREATE TABLE ${table} `));
      expect(creation).toMatch(/PRIMARY KEY \(bucket, /);
    }
  });

  it('is checked by rules that do refuse what they name', () => {
    const bad = [
      'CREATE TABLE a (id bigserial)',
      'SELECT pg_advisory_lock(1)',
      'LISTEN news',
      'CREATE TRIGGER t AFTER INSERT ON a EXECUTE FUNCTION f()',
      'LOCK TABLE a',
      'CREATE TABLE a (b uuid REFERENCES c (id))',
      'CREATE UNLOGGED TABLE a (id uuid)',
      'INSERT INTO a (b) VALUES ($1) ON CONFLICT (b) DO NOTHING',
      'INSERT INTO a (b) VALUES ($1) ON CONFLICT DO UPDATE SET b = 1',
      'CREATE INDEX i ON a USING gist (b)',
      'SELECT gen_random_uuid()',
      'UPDATE a SET b = now()',
      'SELECT 1 WHERE a > CURRENT_TIMESTAMP',
      'TRUNCATE a',
      'MERGE INTO a USING b ON true WHEN MATCHED THEN DELETE',
      'SELECT id FROM a FOR UPDATE SKIP LOCKED',
      'DECLARE c SCROLL CURSOR FOR SELECT 1',
      'DECLARE c CURSOR WITH HOLD FOR SELECT 1',
      'FETCH BACKWARD 1 FROM c',
      'COPY a FROM STDIN',
    ];
    expect(bad.filter((sql) => offences(sql).length === 0)).toEqual([]);
  });
});
