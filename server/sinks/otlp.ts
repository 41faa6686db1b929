import * as z from 'zod/mini';
import { ca, networks, secret, url } from './form.ts';
import { checkpointAsOtlp } from './formats/checkpoint.ts';
import type { JsonObject } from './formats/event.ts';
import { toOtlp } from './formats/otlp.ts';
import { httpReach, readAnswer, verdictOf, withHttp } from './http.ts';
import type { Answer, Post } from './http.ts';
import { defineSink, forAll, isolating, mustArrive } from './sink.ts';
import type { Delivered, Order } from './sink.ts';

const Settings = z.strictObject({
  ...httpReach,
  /** The header that carries the secret, whole: `Authorization` takes `Bearer …`. */
  header: z.optional(z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/))),
});
type Settings = z.infer<typeof Settings>;

/** 64-bit numbers are texts in this JSON, and some servers write them as numbers. */
const Reply = z.object({
  partialSuccess: z.optional(z.object({ rejectedLogRecords: z.optional(z.union([z.string(), z.number()])) })),
});

/**
 * Logs over OTLP/HTTP in JSON. `url` is that of the receiver, to which `/v1/logs` is added.
 * https://opentelemetry.io/docs/specs/otlp/#otlphttp
 *
 * A receiver that rejects a part does not say which, and asks not to be sent the rest again: then the whole batch is a dead letter,
 * for people to decide.
 */
export const otlp = defineSink<Settings>({
  kind: 'otlp',
  title: 'OpenTelemetry logs (OTLP)',
  form: [
    url,
    { name: 'header', label: 'Header of the secret', hint: 'Authorization, where it stays empty.' },
    secret('Its whole value', false),
    networks,
    ca,
  ],
  settings: Settings,
  secret: 'optional',
  send: (events, order) =>
    withHttp(order, (post) =>
      isolating(events, async (batch) => readReply(batch, await post(postOf(toOtlp(batch), order)))),
    ),
  async sendCheckpoint(checkpoint, order) {
    const answer = await withHttp(order, (post) => post(postOf(checkpointAsOtlp(checkpoint), order)));
    mustArrive(readReply([checkpoint], answer)[0]);
  },
});

function postOf(body: JsonObject, { settings, secret: value }: Order<Settings>): Post {
  const headers = {
    'Content-Type': 'application/json',
    ...(value === undefined ? {} : { [settings.header ?? 'Authorization']: value }),
  };
  return { path: '/v1/logs', headers, body: JSON.stringify(body) };
}

function readReply(batch: readonly unknown[], answer: Answer): Delivered {
  const verdict = verdictOf(answer);
  if (verdict.verdict !== 'accepted' || answer.body.trim() === '') return forAll(batch, verdict);
  const rejected = Number(readAnswer(Reply, answer).partialSuccess?.rejectedLogRecords ?? 0);
  if (rejected === 0) return forAll(batch, verdict);
  return forAll(batch, { verdict: 'rejected', problem: 'records-refused' });
}
