import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { builtInPolicy } from '../lib/policy/built-in.ts';
import { openKeys } from './keys/key-folder.ts';
import { publishPolicy } from './publish-policy.ts';
import { forgetKeys, keepRetention } from './retention.ts';
import { addCounts } from './store/counts.ts';
import { recordHeartbeat } from './store/heartbeats.ts';
import { listIncidents } from './store/incident-list.ts';
import { TestBrowser, heartbeatNow, incidentAt } from './testing/browser.ts';
import { openTestEndpoint, orgId } from './testing/endpoint.ts';
import type { TestEndpoint } from './testing/endpoint.ts';
import { dumpDatabase, onEachEngine } from './testing/engines.ts';

const day = 86_400_000;

onEachEngine(({ open }) => {
  let endpoint: TestEndpoint;
  beforeAll(async () => {
    endpoint = await openTestEndpoint({ db: await open() });
  });
  afterAll(() => endpoint.close());

  const enter = () => TestBrowser.join(endpoint.send, endpoint.token, endpoint.now);
  const keep = async () => {
    await keepRetention(endpoint.workings);
    await forgetKeys(endpoint.workings);
  };
  const ages = async () => {
    const rows = await listIncidents(endpoint.db, { filters: {}, limit: 500 });
    return rows.map(({ incident }) => Math.round((endpoint.now() - Date.parse(incident.at)) / day));
  };
  const keyOf = (kind: string, at: number) => {
    const period = Math.floor(at / (30 * day));
    return readFileSync(join(endpoint.folder, 'keys', `${kind}-${period}.key`), 'utf8');
  };

  it('deletes incidents by the policy in force, to the day', async () => {
    const browser = await enter();
    for (const age of [0, 5, 60, 89, 90, 91, 92, 120, 179]) await browser.note(incidentAt(endpoint.now() - age * day));
    expect((await browser.push(0)).rejected).toEqual([]);
    await publish(90);
    await keep();
    expect(await ages()).toEqual([0, 5, 60, 89, 90]);
    await publish(7);
    await keep();
    expect(await ages()).toEqual([0, 5]);
    await keep();
    expect(await ages()).toEqual([0, 5]);
  });

  const publish = (retentionDays: number) =>
    publishPolicy(
      endpoint.workings,
      { ...builtInPolicy, incidents: { ...builtInPolicy.incidents, retentionDays } },
      { author: 'A. Author', approver: 'B. Approver' },
    );

  it('keeps heartbeats for 90 days and counts for 400', async () => {
    const { db, workings } = endpoint;
    const heartbeat = heartbeatNow();
    const { installId } = await enter();
    for (const age of [0, 90, 91]) await recordHeartbeat(db, { installId, heartbeat, now: endpoint.now() - age * day });
    for (const age of [399, 402]) {
      const rows = Array.from({ length: 5 }, (_, index) => {
        return { incident: incidentAt(endpoint.now() - age * day), pseudonym: String(index), group: null };
      });
      await db.transaction((queries) => addCounts(queries, workings.keys, rows));
    }
    await keep();
    const beats = await db.query('SELECT day FROM heartbeats WHERE install_id = $1::uuid', [installId]);
    expect(beats).toHaveLength(2);
    expect(await db.query("SELECT day FROM published_counts WHERE level = 'total'")).toHaveLength(1);
  });

  it('destroys the keys of a period when nothing of it is there or can come', async () => {
    await publish(90);
    const browser = await enter();
    const { installId } = browser;
    const { keys } = endpoint.workings;
    const then = endpoint.now();
    const at = incidentAt(then).at;
    const name = keys.pseudonym(installId, at);
    keys.countMark({ day: at.slice(0, 10), scope: 's', pseudonym: name });
    const key = keyOf('pseudonym', then);
    endpoint.advance(180 * day);
    await keep();
    expect(keys.pseudonym(installId, at)).toBe(name);
    expect(await ages()).not.toContain(180);
    endpoint.advance(32 * day);
    await keep();
    expect([keyOf('pseudonym', then), keyOf('mark', then)]).toEqual(['destroyed', 'destroyed']);
    expect(await dumpDatabase(endpoint.db)).not.toContain(key);
    expect(() => keys.pseudonym(installId, at)).toThrow('destroyed');
    const again = openKeys(join(endpoint.folder, 'keys'), { orgId, clock: endpoint.now });
    expect(() => again.pseudonym(installId, at)).toThrow('destroyed');
  });

  it('refuses an event of a period whose keys are gone, and stores the others', async () => {
    const browser = await enter();
    const gone = incidentAt(endpoint.now() - 100 * day);
    endpoint.workings.keys.pseudonym('a', gone.at);
    endpoint.workings.keys.destroyPeriodsBefore(Date.parse(gone.at) + 30 * day);
    await browser.note(gone);
    await browser.note(incidentAt(endpoint.now()));
    const { receipt, rejected } = await browser.push(0);
    expect(rejected).toEqual([{ index: 0, id: gone.id, reason: 'too-old' }]);
    expect(receipt.count).toBe(2);
    expect(await ages()).toEqual([0]);
  });

  it('keeps keys for as long as policy keeps incidents', async () => {
    await publish(730);
    const at = incidentAt(endpoint.now()).at;
    const name = endpoint.workings.keys.pseudonym('b', at);
    endpoint.advance(700 * day);
    await keep();
    expect(endpoint.workings.keys.pseudonym('b', at)).toBe(name);
  });
});
