import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { timestamp } from '../store/database.ts';
import { toEcs } from './formats/ecs.ts';
import { toOcsf } from './formats/ocsf.ts';
import { toSluice } from './formats/sluice.ts';
import type { JsonObject, SinkEvent } from './formats/event.ts';
import { httpReach, verdictOf, withHttp } from './http.ts';
import { SinkProblem, defineSink } from './sink.ts';
import { fitsWebhookSecret, signedPost, untilOneFails } from './standard-webhook.ts';

const Settings = z.strictObject({ ...httpReach, format: z.enum(['sluice', 'ocsf', 'ecs']) });
type Settings = z.infer<typeof Settings>;

const formats: Readonly<Record<Settings['format'], (event: SinkEvent) => JsonObject>> = {
  sluice: toSluice,
  ocsf: toOcsf,
  ecs: toEcs,
};

/** One POST for each incident, signed as Standard Webhooks says; `webhook-id` is the incident's id. */
export const webhook = defineSink<Settings>({
  kind: 'webhook',
  title: 'Webhook',
  settings: Settings,
  secret: 'required',
  secretFits: fitsWebhookSecret,
  send: (events, order) =>
    withHttp(order, (post) =>
      untilOneFails(events, async (event) => {
        const body = JSON.stringify(formats[order.settings.format](event));
        return verdictOf(await post(signedPost({ id: event.incident.id, body }, order)));
      }),
    ),
  async sendCheckpoint({ signed: text }, order) {
    if (order.settings.format !== 'sluice') return;
    const data: unknown = JSON.parse(text);
    const body = JSON.stringify({ type: 'audit.checkpoint', timestamp: timestamp(order.now), data });
    const id = `checkpoint-${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
    const verdict = verdictOf(await withHttp(order, (post) => post(signedPost({ id, body }, order))));
    if ('problem' in verdict) throw new SinkProblem(verdict.problem);
  },
});
