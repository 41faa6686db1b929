import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openKeys } from '../keys/key-folder.ts';
import type { Keys } from '../keys/key-folder.ts';
import { incidentAt } from '../testing/browser.ts';
import { dumpDatabase, onEachEngine } from '../testing/engines.ts';
import { addCounts } from './counts.ts';
import type { CountedIncident } from './counts.ts';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import { closeDays, countsByDay, countsOfDays, forgetCounts, overridesByDay } from './published-counts.ts';

const dayMs = 86_400_000;
const start = Date.parse('2026-03-02T10:00:00Z');
let keys: Keys;

function rowOf(person: number | string, at: number, group: string | null, more: Parameters<typeof incidentAt>[1] = {}) {
  const incident = incidentAt(at, more);
  return { incident, pseudonym: keys.pseudonym(String(person), incident.at), group } satisfies CountedIncident;
}

function people(count: number, at: number, group: string | null, name = group ?? 'none') {
  return Array.from({ length: count }, (_, index) => rowOf(`${name}-${index}`, at, group));
}

onEachEngine(({ open }) => {
  let db: Database;
  beforeAll(async () => {
    keys = openKeys(mkdtempSync(join(tmpdir(), 'sluice-keys-')), { orgId: 'trial', clock: () => start });
    db = await open();
    await migrate(db);
  });
  afterAll(() => db.close());

  const add = (rows: readonly CountedIncident[]) => db.transaction((queries) => addCounts(queries, keys, rows));
  const dateOf = (at: number) => new Date(at).toISOString().slice(0, 10);
  const shown = async (at: number) => {
    const values = await countsByDay(db, { from: dateOf(at), to: dateOf(at) });
    return values.map(({ level, group, incidents }) => [level, group, incidents]);
  };

  it('counts what people overrode apart, and not at all where fewer than five did', async () => {
    const at = start - 30 * dayMs;
    const asked = (person: string, outcome: 'edited' | 'sent-anyway') => {
      const { findings } = incidentAt(at);
      const warned = findings.map((finding) => ({ ...finding, action: 'warn' as const }));
      return rowOf(person, at, null, { action: 'warn', outcome, findings: warned });
    };
    const many = (count: number, outcome: 'edited' | 'sent-anyway') =>
      Array.from({ length: count }, (_, index) => asked(`${outcome}-${index}`, outcome));
    await add([...many(9, 'edited'), ...many(6, 'sent-anyway')]);
    await closeDays(db, at + 4 * dayMs);
    expect(await overridesByDay(db, dateOf(at))).toEqual([{ day: dateOf(at), incidents: 15, overridden: 6 }]);
    const values = await countsByDay(db, { from: dateOf(at), to: dateOf(at), level: 'action' });
    expect(values.map(({ action, incidents }) => [action, incidents])).toEqual([
      ['warn', 9],
      ['warn-overridden', 6],
    ]);
    const next = at + dayMs;
    const few = [...many(9, 'edited'), ...many(4, 'sent-anyway')].map(({ incident, ...row }) => ({
      ...row,
      incident: { ...incident, id: crypto.randomUUID(), at: new Date(next).toISOString() },
    }));
    await add(few);
    await closeDays(db, next + 4 * dayMs);
    expect(await overridesByDay(db, dateOf(next))).toEqual([{ day: dateOf(next), incidents: 13, overridden: 0 }]);
    await forgetCounts(db, dateOf(start));
  });

  it('counts what comes in many transactions at once, and each person once', async () => {
    const batches = [...people(6, start, 'sales'), ...people(6, start, 'legal')].flatMap((row) => [
      [row],
      [row, rowOf('x', start, 'sales')],
    ]);
    await Promise.all(batches.map((batch) => add(batch)));
    await closeDays(db, start + 4 * dayMs);
    expect(await shown(start)).toEqual([
      ['action', '', 36],
      ['cell', 'legal', 12],
      ['cell', 'sales', 24],
      ['group', 'legal', 12],
      ['group', 'sales', 24],
      ['line', '', 36],
      ['total', '', 36],
    ]);
  });

  it('takes many incidents of four people for four people', async () => {
    const at = start + 10 * dayMs;
    for (let round = 0; round < 3; round += 1) await add(people(4, at, 'sales'));
    await closeDays(db, at + 4 * dayMs);
    expect(await shown(at)).toEqual([]);
  });

  it('counts an incident once for each rule and action, and one without findings under its cause', async () => {
    const at = start + 20 * dayMs;
    const [finding] = incidentAt(at).findings;
    const twice = [
      finding!,
      { ...finding!, detector: 'other' },
      { ...finding!, rule: 'names', action: 'log' as const },
    ];
    const rows = Array.from({ length: 5 }, (_, index) => rowOf(index, at, null, { findings: twice }));
    const bare = Array.from({ length: 5 }, (_, index) => rowOf(index, at, null, { findings: [], action: 'warn' }));
    await add([...rows, ...bare]);
    await closeDays(db, at + 4 * dayMs);
    const lines = (await countsOfDays(db, { from: dateOf(at), to: dateOf(at) })).filter(
      ({ level }) => level === 'line',
    );
    expect(lines.map(({ action, rule, incidents }) => [action, rule, incidents])).toEqual([
      ['log', 'names', 5],
      ['redact', 'credentials', 5],
      ['warn', 'cause:none', 5],
    ]);
  });

  it('shows nothing of a day before it is closed, and never changes it afterwards', async () => {
    const at = start + 30 * dayMs;
    await add(people(7, at, 'sales'));
    await closeDays(db, Date.parse(dateOf(at)) + 4 * dayMs - 1);
    expect(await shown(at)).toEqual([]);
    const end = Date.parse(dateOf(at)) + 4 * dayMs;
    await Promise.all([closeDays(db, end), closeDays(db, end), closeDays(db, end)]);
    const before = await shown(at);
    expect(before).toContainEqual(['total', '', 7]);
    await add(people(9, at, 'sales', 'late'));
    await closeDays(db, end + 5 * dayMs);
    expect(await shown(at)).toEqual(before);
  });

  it('adds up days, and a range that is one day longer tells no more than that day', async () => {
    const at = start + 40 * dayMs;
    await add(people(5, at, 'sales'));
    await add(people(5, at + dayMs, 'sales'));
    await add(people(2, at + 2 * dayMs, 'sales'));
    await closeDays(db, at + 8 * dayMs);
    const total = async (days: number) => {
      const values = await countsOfDays(db, { from: dateOf(at), to: dateOf(at + days * dayMs) });
      return values.find(({ level }) => level === 'total')?.incidents;
    };
    expect([await total(0), await total(1), await total(2)]).toEqual([5, 10, 10]);
  });

  it('keeps nothing of the people once a day is closed', async () => {
    await closeDays(db, start + 300 * dayMs);
    for (const table of ['counts', 'count_marks']) {
      const sql = table === 'counts' ? 'SELECT 1 AS one FROM counts' : 'SELECT 1 AS one FROM count_marks';
      expect(await db.query(sql)).toEqual([]);
    }
  });

  it('leaves marks that link neither to a row nor to each other, and no more of them than are asked for', async () => {
    const at = start + 400 * dayMs;
    const rows = people(30, at, 'sales');
    for (const row of rows) await add([row, row]);
    const dump = await dumpDatabase(db);
    for (const { pseudonym, incident } of rows) {
      expect(dump).not.toContain(pseudonym);
      expect(dump).not.toContain(incident.id);
      expect(dump).not.toContain(incident.at);
    }
    const marks = await db.query('SELECT mark FROM count_marks WHERE day = $1::date', [dateOf(at)]);
    expect(new Set(marks.map(({ mark }) => mark)).size).toBe(marks.length);
    expect(marks).toHaveLength(5 * 5); // five values, five people each
  });

  it('forgets days', async () => {
    await forgetCounts(db, dateOf(start + dayMs));
    expect(await shown(start)).toEqual([]);
    expect(await shown(start + 30 * dayMs)).not.toEqual([]);
  });
});
