import { Hono } from 'hono';
import { Heartbeat } from '../../lib/contract/heartbeat.ts';
import type { HeartbeatReply } from '../../lib/contract/heartbeat.ts';
import { checkpointReader } from '../audit/checkpoint.ts';
import { messagesFor } from '../messages.ts';
import { policyCatchUp } from '../policy-catch-up.ts';
import { recordHeartbeat } from '../store/heartbeats.ts';
import type { Workings } from '../workings.ts';
import type { DeviceEnv } from './bearer.ts';
import { limitBody, readJson } from './body.ts';

const maxBytes = 8 * 1024;
const nextSeconds = 300;

/** `POST /v1/heartbeat`: how well a browser is protected. */
export function heartbeatRoute(workings: Workings) {
  const { db, clock } = workings;
  const checkpoint = checkpointReader(workings);
  const catchUp = policyCatchUp(workings);
  return new Hono<DeviceEnv>().post('/', limitBody(maxBytes), async (c) => {
    const body = await readJson(c, maxBytes);
    if (!body.ok) return c.json({ reason: body.reason }, body.status);
    const heartbeat = Heartbeat.safeParse(body.value);
    if (!heartbeat.success) return c.json({ reason: 'bad-request' }, 400);
    await recordHeartbeat(db, { installId: c.get('installId'), heartbeat: heartbeat.data, now: clock() });
    const { policy } = heartbeat.data;
    // Whoever waits for approval moves nothing that concerns others.
    if (policy.source === 'endpoint' && c.get('approved') === true) await catchUp(c.get('installId'), policy);
    const audit = await checkpoint();
    // An older extension refuses a reply with a field that it does not know.
    const messages =
      heartbeat.data.messages === undefined ? undefined : await messagesFor(workings, c.get('installId'));
    return c.json({
      nextSeconds,
      ...(audit === undefined ? {} : { audit }),
      ...(messages === undefined ? {} : { messages }),
    } satisfies HeartbeatReply);
  });
}
