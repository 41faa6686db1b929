import * as z from 'zod/mini';
import { httpReach, verdictOf, withHttp } from '../sinks/http.ts';
import { fitsWebhookSecret, signedPost, untilOneFails } from '../sinks/standard-webhook.ts';
import { timestamp } from '../store/database.ts';
import { defineChannel } from './channel.ts';
import type { Notice, Origin } from './channel.ts';

const Settings = z.strictObject(httpReach);

/** One POST for each notice, signed as the webhook of a SIEM is; `webhook-id` is the same when it is tried again. */
export const webhook = defineChannel({
  channel: 'webhook',
  settings: Settings,
  secret: 'required',
  misfit(_settings, secret) {
    if (secret === undefined) return 'secret-needed';
    return fitsWebhookSecret(secret) ? undefined : 'bad-secret';
  },
  send: (notices, origin, order) =>
    withHttp(order, (post) =>
      untilOneFails(notices, async (notice) => {
        const body = JSON.stringify(bodyOf(notice, origin, order.now));
        return verdictOf(await post(signedPost({ id: notice.id, body }, order)));
      }),
    ),
});

function bodyOf({ alertId, kind, level, event, group, since }: Notice, { orgId, page }: Origin, now: number) {
  const type = `alert.${event}`;
  const head = { organisation: orgId, page };
  if (event === 'test') return { type, timestamp: timestamp(now), data: head };
  const data = { ...head, alert: alertId, kind, level, ...(group !== undefined && { group }), since };
  return { type, timestamp: timestamp(now), data };
}
