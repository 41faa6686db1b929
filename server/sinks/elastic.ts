import * as z from 'zod/mini';
import { toEcs } from './formats/ecs.ts';
import type { SinkEvent } from './formats/event.ts';
import { httpReach, readAnswer, verdictOf, withHttp } from './http.ts';
import { SinkProblem, defineSink, forAll, isolating } from './sink.ts';
import type { Verdict } from './sink.ts';

const Settings = z.strictObject({
  ...httpReach,
  /** A data stream or an index; `logs-sluice.incident-default` when it is left out. */
  index: z.optional(z.string().check(z.regex(/^[a-z0-9][a-z0-9._-]{0,199}$/))),
});
type Settings = z.infer<typeof Settings>;

const Reply = z.object({ items: z.array(z.object({ create: z.object({ status: z.int() }) })) });

/**
 * Elasticsearch's bulk API with ECS documents, each under its incident's id, so that one which is sent twice is stored once. `url` is
 * that of the cluster; the secret is an API key, encoded.
 * https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-bulk
 */
export const elastic = defineSink<Settings>({
  kind: 'elastic',
  title: 'Elasticsearch (ECS)',
  settings: Settings,
  secret: 'required',
  send: (events, order) =>
    withHttp(order, (post) =>
      isolating(events, async (batch) => {
        const index = order.settings.index ?? 'logs-sluice.incident-default';
        const answer = await post({
          path: '/_bulk?filter_path=items.*.status',
          headers: { Authorization: `ApiKey ${order.secret ?? ''}`, 'Content-Type': 'application/x-ndjson' },
          body: batch.map((event) => lines(event, index)).join(''),
        });
        const whole = verdictOf(answer);
        if (whole.verdict !== 'accepted') return forAll(batch, whole);
        const { items } = readAnswer(Reply, answer);
        if (items.length !== batch.length) throw new SinkProblem('answer-unreadable');
        return items.map(({ create }) => itemVerdict(create.status));
      }),
    ),
});

function lines(event: SinkEvent, index: string): string {
  const action = { create: { _index: index, _id: event.incident.id } };
  return `${JSON.stringify(action)}\n${JSON.stringify(toEcs(event))}\n`;
}

/** 409: it is there already. */
function itemVerdict(status: number): Verdict {
  if (status === 409) return { verdict: 'accepted' };
  return verdictOf({ status, retryAfter: undefined, body: '' });
}
