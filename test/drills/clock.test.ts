import { expect, it } from 'vitest';
import { AuditCheckpoint } from '../../lib/contract/audit.ts';
import { HeartbeatReply } from '../../lib/contract/heartbeat.ts';
import { readRootKeys } from '../../lib/contract/envelope.ts';
import { exportAudit } from '../../server/audit/export.ts';
import { verifyAudit } from '../../server/audit/verify.ts';
import { newSetupToken } from '../../server/auth/set-up.ts';
import { tidy } from '../../server/housekeeping.ts';
import { TokenReply } from '../../lib/contract/enrolment.ts';
import { TestBrowser, heartbeatNow } from '../../server/testing/browser.ts';
import { ConsoleVisitor } from '../../server/testing/console-visitor.ts';
import { openTestEndpoint } from '../../server/testing/endpoint.ts';
import { onEachEngine } from '../../server/testing/engines.ts';
import { expectAllStored, startLoad } from './load.ts';

const day = 86_400_000;
/** Days by which the clock of the endpoint jumps: forwards, back to where it was, back beyond, and so on. */
const jumps = [1, -1, -1, 1, 1, 1, -2, 1, -1, 0.5, -1.5, 1, 1, 1, 1];

onEachEngine(({ open }) => {
  it('a clock that jumps by a day loses nothing, doubles nothing, and lets everybody in again', async () => {
    const endpoint = await openTestEndpoint({ db: await open(), deviceRate: { burst: 1_000_000, perSecond: 1 } });
    const { send, token, now, db, workings, advance, logged } = endpoint;
    const start = now(); // that of the browsers stays right
    const load = await startLoad({ send, token, browsers: 3, now: () => start });
    const asking = await TestBrowser.join(send, token, now);
    const owner = new ConsoleVisitor(send, now);
    await owner.setUp((await newSetupToken(workings))!);
    const answers = new Set<number>();
    let [newest, seenAt, witnessed] = [start, start, 0];
    for (const jump of jumps) {
      await load.progress(60);
      advance(jump * day);
      // A bearer token may be over: 401, and a new one is there at once for whoever asks with the endpoint's time.
      const beat = await asking.post('/v1/heartbeat', heartbeatNow());
      answers.add(beat.status);
      const asked = await asking.askToken();
      expect(asked.status).toBe(200);
      asking.bearer = TokenReply.parse(await asked.json()).token;
      const size = await sizeOf(await asking.post('/v1/heartbeat', heartbeatNow()));
      expect(size).toBeGreaterThanOrEqual(witnessed); // or browsers would report that the log was cut
      witnessed = size;
      expect((await asking.get('/v1/policy')).status).toBe(200);
      // With the time of before, a proof is refused, and says why.
      const late = await asking.send('/v1/token', {
        method: 'POST',
        body: JSON.stringify(await asking.tokenRequest({ issuedAt: new Date(now() - day).toISOString() })),
      });
      expect([late.status, await late.json()]).toEqual([401, { reason: 'clock-skew' }]);
      await renewAll(load.browsers, now);
      // A session from the future is over, or it would live as long as the clock was wrong; so is a code of before the clock was set back.
      const isOver = seenAt <= now() - 30 * 60_000 || seenAt > now() + 60_000;
      if (isOver) seenAt = Number.NEGATIVE_INFINITY; // over once is over
      expect((await owner.call('GET', '/session')).status).toBe(seenAt > 0 ? 200 : 401);
      const isNewer = now() > newest;
      expect((await owner.signIn(owner.code())).status).toBe(isNewer ? 200 : 401);
      if (isNewer) [newest, seenAt] = [now(), now()];
      await tidy(workings);
      await tidy(workings);
    }
    const browsers = await load.finish();
    const stored = await expectAllStored(db, browsers);
    expect([...answers].toSorted()).toEqual([200, 401]);
    expect(logged.filter((line) => /failed/.test(line))).toEqual([]);
    const lines: string[] = [];
    for await (const line of exportAudit(workings)) lines.push(line);
    expect(await verifyAudit(lines, await readRootKeys(workings.keys.policyRootKeys))).toMatchObject({ problems: [] });
    process.stdout.write(
      `drill: the clock moved ×${jumps.length} by up to two days on ${db.engine}: ${stored} incidents acknowledged, 0 missing, 0 twice\n`,
    );
    await endpoint.close();
  });
});

/** Entries of the audit log by the checkpoint in the reply to a heartbeat; 0 before the first. */
async function sizeOf(response: Response): Promise<number> {
  const { audit } = HeartbeatReply.parse(await response.json());
  if (audit === undefined) return 0;
  return AuditCheckpoint.parse(JSON.parse(Buffer.from(audit.payload, 'base64url').toString())).size;
}

/** As the extension does after a 401, with the endpoint's time. */
async function renewAll(browsers: readonly TestBrowser[], now: () => number): Promise<void> {
  for (const browser of browsers) {
    const request = await browser.tokenRequest({ issuedAt: new Date(now()).toISOString() });
    const reply = await browser.send('/v1/token', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
    });
    expect(reply.status).toBe(200);
    browser.bearer = TokenReply.parse(await reply.json()).token;
  }
}
