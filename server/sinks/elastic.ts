import * as z from 'zod/mini';
import { ca, networks, secret, url } from './form.ts';
import { checkpointAsEcs } from './formats/checkpoint.ts';
import { toEcs } from './formats/ecs.ts';
import type { JsonObject } from './formats/event.ts';
import { httpReach, readAnswer, verdictOf, withHttp } from './http.ts';
import type { Answer, Post } from './http.ts';
import { SinkProblem, defineSink, forAll, isolating, mustArrive } from './sink.ts';
import type { Delivered, Order, Verdict } from './sink.ts';

const incidentIndex = 'logs-sluice.incident-default';
const auditIndex = 'logs-sluice.audit-default';

const Settings = z.strictObject({
  ...httpReach,
  /** A data stream or an index for everything; when it is left out, incidents and the audit log's checkpoints have one each. */
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
  form: [url, secret('API key, encoded', true), { name: 'index', label: 'Data stream' }, networks, ca],
  settings: Settings,
  secret: 'required',
  send: (events, order) =>
    withHttp(order, (post) =>
      isolating(events, (batch) =>
        create(
          batch.map((event) => ({ index: incidentIndex, id: event.incident.id, document: toEcs(event) })),
          { order, post },
        ),
      ),
    ),
  async sendCheckpoint(checkpoint, order) {
    const entry = { index: auditIndex, id: checkpoint.id, document: checkpointAsEcs(checkpoint) };
    const [verdict] = await withHttp(order, (post) => create([entry], { order, post }));
    mustArrive(verdict);
  },
});

interface Entry {
  /** Where it goes if the settings say nothing else. */
  readonly index: string;
  readonly id: string;
  readonly document: JsonObject;
}

interface Way {
  readonly order: Order<Settings>;
  readonly post: (post: Post) => Promise<Answer>;
}

async function create(entries: readonly Entry[], { order, post }: Way): Promise<Delivered> {
  const { index } = order.settings;
  const answer = await post({
    path: '/_bulk?filter_path=items.*.status',
    headers: { Authorization: `ApiKey ${order.secret ?? ''}`, 'Content-Type': 'application/x-ndjson' },
    body: entries.map((entry) => lines(entry, index)).join(''),
  });
  const whole = verdictOf(answer);
  if (whole.verdict !== 'accepted') return forAll(entries, whole);
  const { items } = readAnswer(Reply, answer);
  if (items.length !== entries.length) throw new SinkProblem('answer-unreadable');
  return items.map((item) => itemVerdict(item.create.status));
}

function lines({ id, document, index }: Entry, ownIndex = index): string {
  const { data_stream: _default, ...rest } = document;
  const stream = streamOf(ownIndex);
  const action = { create: { _index: ownIndex, _id: id } };
  const written = stream === undefined ? rest : { ...rest, data_stream: stream };
  return `${JSON.stringify(action)}\n${JSON.stringify(written)}\n`;
}

/**
 * The parts of a data stream's name, which its documents have to agree with; `undefined` for an index of any other name.
 * https://www.elastic.co/docs/reference/fleet/data-streams#data-streams-naming-scheme
 */
function streamOf(index: string): JsonObject | undefined {
  const [, type, dataset, namespace] = /^(logs)-([^-]+)-(.+)$/.exec(index) ?? [];
  return type === undefined ? undefined : { type, dataset, namespace };
}

/** 409: it is there already. */
function itemVerdict(status: number): Verdict {
  if (status === 409) return { verdict: 'accepted' };
  return verdictOf({ status, retryAfter: undefined, body: '' });
}
