import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { verifyAudit } from '../../server/audit/verify.ts';
import { exportAudit } from '../../server/audit/export.ts';
import { makeBackup } from '../../server/backup/make-backup.ts';
import { inspectBackup, restoreBackup } from '../../server/backup/restore-backup.ts';
import { tidy } from '../../server/housekeeping.ts';
import { openKeys } from '../../server/keys/key-folder.ts';
import { publishPolicy } from '../../server/publish-policy.ts';
import { readDocument } from '../../server/read-policy.ts';
import { currentPolicy } from '../../server/store/policies.ts';
import { claimSetting } from '../../server/store/settings.ts';
import { TokenReply } from '../../lib/contract/enrolment.ts';
import { readRootKeys } from '../../lib/contract/envelope.ts';
import { builtInPolicy } from '../../lib/policy/built-in.ts';
import { TestBrowser, heartbeatNow, incidentAt } from '../../server/testing/browser.ts';
import type { Send } from '../../server/testing/browser.ts';
import { openTestEndpoint, orgId, origin } from '../../server/testing/endpoint.ts';
import { onEachEngine } from '../../server/testing/engines.ts';
import { createWeb } from '../../server/web.ts';
import type { Workings } from '../../server/workings.ts';
import { expectAllStored } from './load.ts';

const release = { author: 'A. Author', approver: 'B. Approver' };
const hour = 3_600_000;

onEachEngine(({ open }) => {
  it('an old backup, and browsers bring back all that it lacks', async () => {
    const old = await openTestEndpoint({ db: await open() });
    const { workings, token, now, folder } = old;
    await claimSetting(old.db, 'organisation', orgId);
    await claimSetting(old.db, 'root-keys', workings.keys.policyRootKeys);
    let send: Send = old.send;
    const current: Send = (path, init) => send(path, init);
    const joined: TestBrowser[] = [];
    const known = new Map<TestBrowser, number>();
    const joinOne = async () => void joined.push(await TestBrowser.join(current, token, now));
    for (let index = 0; index < 12; index += 1) await joinOne();
    /** Notes some and pushes as the extension does: from where the last receipt ended, until the receipt says that all is there. */
    const pushAll = async (entries: number) => {
      let sentAgain = 0;
      for (const browser of joined) {
        for (let index = 0; index < entries; index += 1) await browser.note(incidentAt(now()));
        let from = known.get(browser) ?? 0;
        do {
          const { receipt, rejected } = await browser.push(from, browser.entries.slice(from, from + 20));
          expect(rejected).toEqual([]);
          if (receipt.count < from) sentAgain += from - receipt.count;
          from = receipt.count;
        } while (from < browser.entries.length);
        known.set(browser, from);
      }
      return sentAgain;
    };

    await pushAll(15);
    await tidy(workings);
    const file = join(mkdtempSync(join(tmpdir(), 'sluice-drill-')), 'sluice.backup');
    const key = randomBytes(32);
    await makeBackup({ db: old.db, keyFolder: join(folder, 'keys'), file, key, clock: now });
    // What the backup does not know: more incidents, over hours, and three policies that browsers got.
    for (let index = 0; index < 3; index += 1) {
      old.advance(hour);
      await pushAll(10);
      await publishPolicy(workings, builtInPolicy, release);
      await tidy(workings);
    }
    const held = readDocument((await currentPolicy(old.db))!);

    const restoredFolder = mkdtempSync(join(tmpdir(), 'sluice-drill-'));
    const db = await open();
    await restoreBackup(await inspectBackup({ file, key }), {
      db,
      keyFolder: join(restoredFolder, 'keys'),
      clock: now,
    });
    const keys = openKeys(join(restoredFolder, 'keys'), { orgId, clock: now });
    const restored: Workings = { ...workings, db, keys };
    const web = createWeb(restored, {
      isOwnOrigin: (given) => given === origin,
      publicUrl: () => origin,
      consoleDir: restoredFolder,
    });
    send = async (path, init) => web.request(`${origin}${path}`, init);

    expect(readDocument((await currentPolicy(db))!).seq).toBeLessThan(held.seq);
    for (const browser of joined) {
      expect((await browser.get('/v1/policy')).status).toBe(401); // bearer tokens of before ended
      browser.bearer = TokenReply.parse(await (await browser.askToken()).json()).token;
      const policy = { source: 'endpoint', epoch: held.epoch, seq: held.seq, stale: false } as const;
      expect((await browser.post('/v1/heartbeat', { ...heartbeatNow(), policy })).status).toBe(200);
    }
    const caughtUp = readDocument((await currentPolicy(db))!);
    expect([caughtUp.epoch, caughtUp.seq > held.seq]).toEqual([held.epoch, true]);
    expect((await publishPolicy(restored, builtInPolicy, release)).seq).toBe(caughtUp.seq + 1);

    const sentAgain = await pushAll(1);
    expect(sentAgain).toBe(12 * 30); // just what the backup lacked
    const stored = await expectAllStored(db, joined);
    expect(stored).toBe(12 * 46);
    for (const browser of joined) expect((await browser.push(0, browser.entries.slice(0, 20))).rejected).toEqual([]);
    expect(await expectAllStored(db, joined)).toBe(stored);
    expect(await db.query('SELECT DISTINCT pseudonym FROM incidents')).toHaveLength(12); // under the keys of before
    const lines: string[] = [];
    for await (const line of exportAudit(restored)) lines.push(line);
    expect(await verifyAudit(lines, await readRootKeys(keys.policyRootKeys))).toMatchObject({ problems: [] });
    process.stdout.write(
      `drill: an old backup restored on ${db.engine}: ${stored} incidents acknowledged, ${sentAgain} came back from browsers, 0 missing, 0 twice; policy ${held.epoch}.${held.seq} went on as ${caughtUp.epoch}.${caughtUp.seq}\n`,
    );
    await db.close();
    await old.close();
  });
});
