import { createHash, createHmac } from 'node:crypto';
import * as z from 'zod/mini';
import { timestamp } from '../store/database.ts';
import { toEcs } from './formats/ecs.ts';
import { toOcsf } from './formats/ocsf.ts';
import { toSluice } from './formats/sluice.ts';
import type { JsonObject, SinkEvent } from './formats/event.ts';
import { httpReach, verdictOf, withHttp } from './http.ts';
import type { Post } from './http.ts';
import { SinkProblem, defineSink } from './sink.ts';
import type { Delivered, Order, Verdict } from './sink.ts';
import { problemOf } from './transport.ts';

const Settings = z.strictObject({ ...httpReach, format: z.enum(['sluice', 'ocsf', 'ecs']) });
type Settings = z.infer<typeof Settings>;

const formats: Readonly<Record<Settings['format'], (event: SinkEvent) => JsonObject>> = {
  sluice: toSluice,
  ocsf: toOcsf,
  ecs: toEcs,
};

const lanes = 4;

/**
 * One POST for each incident, signed as Standard Webhooks says; `webhook-id` is the incident's id. The secret is 24 to 64 bytes in
 * base64, with or without the prefix `whsec_`.
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export const webhook = defineSink<Settings>({
  kind: 'webhook',
  title: 'Webhook',
  settings: Settings,
  secret: 'required',
  secretFits(secret) {
    const { length } = keyOf(secret);
    return /^(whsec_)?[A-Za-z0-9+/]+={0,2}$/.test(secret) && length >= 24 && length <= 64;
  },
  send: (events, order) =>
    withHttp(order, (post) =>
      untilOneFails(events, async (event) => {
        const body = JSON.stringify(formats[order.settings.format](event));
        return verdictOf(await post(signed({ id: event.incident.id, body }, order)));
      }),
    ),
  async sendCheckpoint({ signed: text }, order) {
    if (order.settings.format !== 'sluice') return;
    const data: unknown = JSON.parse(text);
    const body = JSON.stringify({ type: 'audit.checkpoint', timestamp: timestamp(order.now), data });
    const id = `checkpoint-${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
    const verdict = verdictOf(await withHttp(order, (post) => post(signed({ id, body }, order))));
    if ('problem' in verdict) throw new SinkProblem(verdict.problem);
  },
});

/** A few at once. After the first that has to be tried again the rest is left for then. */
async function untilOneFails(
  events: readonly SinkEvent[],
  send: (event: SinkEvent) => Promise<Verdict>,
): Promise<Delivered> {
  const verdicts = events.map((): Verdict => ({ verdict: 'untried' }));
  const rest = events.entries();
  let failed = false;
  const lane = async () => {
    for (const [index, event] of rest) {
      const verdict = await send(event).catch((error: unknown): Verdict => ({
        verdict: 'again',
        problem: problemOf(error),
      }));
      verdicts[index] = verdict;
      failed ||= verdict.verdict === 'again';
      if (failed) return;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return verdicts;
}

function signed({ id, body }: { readonly id: string; readonly body: string }, { now, secret }: Order<Settings>): Post {
  const seconds = String(Math.floor(now / 1000));
  const signature = createHmac('sha256', keyOf(secret ?? ''))
    .update(`${id}.${seconds}.${body}`)
    .digest('base64');
  return {
    headers: {
      'Content-Type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': seconds,
      'webhook-signature': `v1,${signature}`,
    },
    body,
  };
}

function keyOf(secret: string): Buffer {
  return Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
}
