import { createHmac } from 'node:crypto';
import type { Post } from './http.ts';
import type { Delivered, Order, Verdict } from './sink.ts';
import { problemOf } from './transport.ts';

// Standard Webhooks: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md

/** The secret is 24 to 64 bytes in base64, with or without the prefix `whsec_`. */
export function fitsWebhookSecret(secret: string): boolean {
  const { length } = keyOf(secret);
  return /^(whsec_)?[A-Za-z0-9+/]+={0,2}$/.test(secret) && length >= 24 && length <= 64;
}

/** A request that says who sent it and when. `id` is the same when it is sent again. */
export function signedPost(
  { id, body }: { readonly id: string; readonly body: string },
  { now, secret }: Pick<Order<unknown>, 'now' | 'secret'>,
): Post {
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

const lanes = 4;

/** A few at once. After the first that has to be tried again the rest is left for then. */
export async function untilOneFails<Event>(
  events: readonly Event[],
  send: (event: Event) => Promise<Verdict>,
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
