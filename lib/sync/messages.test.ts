import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { addMessage, listMessages, withdrawMessage } from '../../server/store/messages.ts';
import { openTestEndpoint, origin } from '../../server/testing/endpoint.ts';
import type { TestEndpoint } from '../../server/testing/endpoint.ts';
import { TestClock, newName, startWorker } from '../../test/fixtures/extension.ts';
import type { Extension } from '../../test/fixtures/extension.ts';
import { record } from '../../test/fixtures/world.ts';
import { writeJoinCode } from '../contract/enrolment.ts';
import { answer, dismiss, giveName, isOpen, readMessages } from '../storage/messages.ts';
import type { MessageTemplate } from '../vocabulary/messages.ts';
import { waitingReplies } from './send-replies.ts';

const given = ['Noor', 'van Dijk'].join(' ');

let endpoint: TestEndpoint;
let extension: Extension;
let clock: TestClock;
/** What arrived, as bytes. */
let arrived: { readonly path: string; readonly body: string }[];
let isAway = false;
beforeEach(async () => {
  fakeBrowser.reset();
  [arrived, isAway] = [[], false];
  endpoint = await openTestEndpoint();
  clock = new TestClock();
  clock.time = endpoint.now();
  extension = await startWorker(clock, { fetch: overTheNetwork, name: newName() });
  const { policyRootKeys: rootKeys } = endpoint.workings.keys;
  const code = writeJoinCode({ url: origin, orgId: 'trial', token: endpoint.token, rootKeys });
  expect(await extension.sync.join(code)).toEqual({ ok: true, orgId: 'trial' });
  await record(extension);
  await later();
});
afterEach(() => endpoint.close());

const overTheNetwork: typeof fetch = async (input, init) => {
  if (isAway) throw new TypeError('no network');
  const request = new Request(input, init);
  const { pathname } = new URL(request.url);
  arrived.push({ path: pathname, body: await request.clone().text() });
  return endpoint.send(pathname, init);
};

async function later(seconds = 3_600): Promise<void> {
  clock.pass(seconds);
  endpoint.advance(seconds * 1_000);
  await extension.sync.tick();
}

async function write(template: MessageTemplate, days = 14): Promise<string> {
  const [row] = await endpoint.db.query('SELECT pseudonym FROM incidents LIMIT 1');
  const id = randomUUID();
  const pseudonym = String(row!['pseudonym']);
  const more = { detector: undefined, sentBy: 'Ana', now: endpoint.now(), days };
  expect(await addMessage(endpoint.db, { id, pseudonym, template, ...more })).toBe(true);
  return id;
}

const kept = () => readMessages(extension.db, 'trial');
const stored = async (id: string) => (await listMessages(endpoint.db, 10)).find((message) => message.id === id)!;
const posts = () => arrived.filter(({ path }) => path.startsWith('/v1/messages/'));
const inLedger = async () =>
  (await extension.db.ledger.toArray()).filter(({ path }) => path.startsWith('/v1/messages/'));

it('brings a message with the heartbeat, and an answer and a name back, each in a call that the ledger shows', async () => {
  const id = await write('meant-to-be-shared');
  await later();
  const [message] = await kept();
  expect(message).toMatchObject({ id, template: 'meant-to-be-shared', dismissed: false });
  expect(isOpen(message!, clock.now())).toBe(true);
  expect(await answer(extension.db, id, 'no')).toBe(true);
  expect(await answer(extension.db, id, 'yes')).toBe(false);
  await extension.sync.tick();
  expect(await stored(id)).toMatchObject({ answer: 'no', sealed_name: null });
  expect(await giveName(extension.db, id, given)).toBe(true);
  const [announced] = waitingReplies(await kept());
  await extension.sync.tick();
  expect(posts()).toEqual([
    { path: `/v1/messages/${id}/answer`, body: '{"answer":"no"}' },
    { path: `/v1/messages/${id}/name`, body: announced!.body },
  ]);
  expect(announced!.body).toBe(`{"name":"${given}"}`);
  expect((await inLedger()).map(({ path, body }) => ({ path, body }))).toEqual(posts());
  expect(await kept()).toMatchObject([{ answerState: 'taken', nameState: 'taken' }]);
  expect((await stored(id)).sealed_name).not.toBeNull();
  await later();
  expect(posts()).toHaveLength(2); // nothing is sent twice
});

it('keeps an answer that was given without a network until it can be sent', async () => {
  const id = await write('rotate-key');
  await later();
  isAway = true;
  expect(await answer(extension.db, id, 'rotated')).toBe(true);
  await later();
  expect(await kept()).toMatchObject([{ answer: 'rotated', answerState: 'waiting' }]);
  expect((await stored(id)).answer).toBeNull();
  isAway = false;
  await later();
  expect(await kept()).toMatchObject([{ answerState: 'taken' }]);
  expect(await stored(id)).toMatchObject({ answer: 'rotated' });
});

it('sends nothing when a message is put away', async () => {
  const id = await write('contact-security');
  await later();
  expect(await dismiss(extension.db, id)).toBe(true);
  await later();
  const [message] = await kept();
  expect(isOpen(message!, clock.now())).toBe(false);
  expect(posts()).toEqual([]);
  expect(await answer(extension.db, id, 'yes')).toBe(false); // not one of its answers
});

it('forgets a message that was withdrawn, and says of an answer that it came too late', async () => {
  const [withdrawn, over] = [await write('rotate-key'), await write('rotate-key', 1)];
  await later();
  expect(await kept()).toHaveLength(2);
  await withdrawMessage(endpoint.db, withdrawn, endpoint.now());
  expect(await answer(extension.db, over, 'rotated')).toBe(true);
  isAway = true;
  await later(3 * 86_400);
  isAway = false;
  await later();
  await later();
  expect(await kept()).toMatchObject([{ id: over, answerState: 'refused' }]);
  expect((await stored(over)).answer).toBeNull();
  await later(40 * 86_400);
  await later();
  expect(await kept()).toEqual([]);
});
