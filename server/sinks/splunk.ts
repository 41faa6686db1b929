import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod/mini';
import { ca, networks, secret, url } from './form.ts';
import { checkpointAsSplunk } from './formats/checkpoint.ts';
import { toSplunk } from './formats/splunk.ts';
import { httpReach, readAnswer, verdictOf, withHttp } from './http.ts';
import type { Answer, Post } from './http.ts';
import { defineSink, forAll, isolating, mustArrive } from './sink.ts';
import type { Order, Verdict } from './sink.ts';

const Settings = z.strictObject({
  ...httpReach,
  /** Waits until the indexer has it; the token has to be made with acknowledgement. */
  acknowledge: z.boolean(),
});
type Settings = z.infer<typeof Settings>;

const Taken = z.object({ ackId: z.int() });
const Acknowledged = z.object({ acks: z.record(z.string(), z.boolean()) });
const pollMilliseconds = 500;

/**
 * Splunk's HTTP Event Collector. `url` is that of the collector, such as `https://splunk.example:8088`; the secret is its token.
 * https://help.splunk.com/splunk-enterprise/get-data-in/collect-http-event-data/about-http-event-collector-indexer-acknowledgment
 */
export const splunk = defineSink<Settings>({
  kind: 'splunk',
  title: 'Splunk HTTP Event Collector',
  form: [
    url,
    secret('Token', true),
    {
      name: 'acknowledge',
      label: 'Wait for the indexer’s acknowledgement',
      choices: ['yes', 'no'],
      titles: { yes: 'Yes', no: 'No' },
      reads: 'yes-no',
    },
    networks,
    ca,
  ],
  settings: Settings,
  secret: 'required',
  send: (events, order) =>
    withHttp(order, (post) =>
      isolating(events, async (batch) => {
        const body = batch.map((event) => JSON.stringify(toSplunk(event))).join('\n');
        return forAll(batch, await sendBatch(body, order, post));
      }),
    ),
  async sendCheckpoint(checkpoint, order) {
    const body = JSON.stringify(checkpointAsSplunk(checkpoint));
    mustArrive(await withHttp(order, (post) => sendBatch(body, order, post)));
  },
});

async function sendBatch(
  body: string,
  order: Order<Settings>,
  post: (post: Post) => Promise<Answer>,
): Promise<Verdict> {
  const channel = randomUUID();
  const headers = {
    Authorization: `Splunk ${order.secret ?? ''}`,
    'Content-Type': 'application/json',
    'X-Splunk-Request-Channel': channel,
  };
  const answer = await post({ path: '/services/collector/event', headers, body });
  const verdict = verdictOf(answer);
  if (verdict.verdict !== 'accepted' || !order.settings.acknowledge) return verdict;
  const { ackId } = readAnswer(Taken, answer);
  const question = { path: '/services/collector/ack', headers, body: JSON.stringify({ acks: [ackId] }) };
  for (let waited = 0; waited < order.timeout && !order.signal.aborted; waited += pollMilliseconds) {
    const reply = await post(question);
    if (verdictOf(reply).verdict !== 'accepted') break;
    if (readAnswer(Acknowledged, reply).acks[String(ackId)] === true) return verdict;
    await pause(pollMilliseconds);
  }
  return { verdict: 'again', problem: 'not-acknowledged' };
}
