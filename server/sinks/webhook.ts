import * as z from 'zod/mini';
import { ca, networks, secret, url } from './form.ts';
import { checkpointAsEcs, checkpointAsOcsf, checkpointAsSluice } from './formats/checkpoint.ts';
import type { CheckpointEvent } from './formats/checkpoint.ts';
import { toEcs } from './formats/ecs.ts';
import { toOcsf } from './formats/ocsf.ts';
import { toSluice } from './formats/sluice.ts';
import type { JsonObject, SinkEvent } from './formats/event.ts';
import { httpReach, verdictOf, withHttp } from './http.ts';
import { defineSink, mustArrive } from './sink.ts';
import { fitsWebhookSecret, signedPost, untilOneFails } from './standard-webhook.ts';

const Settings = z.strictObject({ ...httpReach, format: z.enum(['sluice', 'ocsf', 'ecs']) });
type Settings = z.infer<typeof Settings>;

const formats: Readonly<Record<Settings['format'], (event: SinkEvent) => JsonObject>> = {
  sluice: toSluice,
  ocsf: toOcsf,
  ecs: toEcs,
};

const checkpointFormats: Readonly<Record<Settings['format'], (event: CheckpointEvent) => JsonObject>> = {
  sluice: checkpointAsSluice,
  ocsf: checkpointAsOcsf,
  ecs: checkpointAsEcs,
};

/** One POST for each incident, signed as Standard Webhooks says; `webhook-id` is the incident's id. */
export const webhook = defineSink<Settings>({
  kind: 'webhook',
  title: 'Webhook, signed',
  form: [
    url,
    secret('Signing secret (base64)', true),
    { name: 'format', label: 'Format', choices: ['sluice', 'ocsf', 'ecs'] },
    networks,
    ca,
  ],
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
  async sendCheckpoint(checkpoint, order) {
    const body = JSON.stringify(checkpointFormats[order.settings.format](checkpoint));
    const answer = await withHttp(order, (post) => post(signedPost({ id: checkpoint.id, body }, order)));
    mustArrive(verdictOf(answer));
  },
});
