import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newSetupToken } from './auth/set-up.ts';
import { MessageList, MessageSent } from './console-api/messages-contract.ts';
import { TokenReply } from '../lib/contract/enrolment.ts';
import { HeartbeatReply } from '../lib/contract/heartbeat.ts';
import type { Message } from '../lib/contract/message.ts';
import { keepRetention } from './retention.ts';
import { mostMessagesADay } from './store/messages.ts';
import { TestBrowser, heartbeatNow, incidentAt } from './testing/browser.ts';
import { ConsoleVisitor, goodPassword } from './testing/console-visitor.ts';
import { dumpDatabase, onEachEngine } from './testing/engines.ts';
import { openTestEndpoint } from './testing/endpoint.ts';
import type { TestEndpoint } from './testing/endpoint.ts';

const day = 86_400_000;
const given = ['Noor', 'van Dijk'].join(' ');

onEachEngine(({ open }) => {
  let endpoint: TestEndpoint;
  let owner: ConsoleVisitor;
  let analyst: ConsoleVisitor;
  let browser: TestBrowser;
  let stranger: TestBrowser;
  let pseudonym: string;
  beforeAll(async () => {
    endpoint = await openTestEndpoint({ db: await open() });
    const visitor = () => new ConsoleVisitor(endpoint.send, endpoint.now);
    [owner, analyst] = [visitor(), visitor()];
    await owner.setUp((await newSetupToken(endpoint.workings))!);
    await analyst.setUp(await owner.invite(['analyst']), 'Ana Analyst');
    stranger = await TestBrowser.join(endpoint.send, endpoint.token, endpoint.now);
  });
  afterAll(() => endpoint.close());
  beforeEach(async () => {
    endpoint.advance(60_000);
    browser = await TestBrowser.join(endpoint.send, endpoint.token, endpoint.now);
    const incident = incidentAt(endpoint.now());
    await browser.note(incident);
    await browser.push(0);
    pseudonym = endpoint.workings.keys.pseudonym(browser.installId, incident.at);
  });

  /** So much later: the session and the token are over, and both come anew. */
  async function later(milliseconds: number): Promise<void> {
    endpoint.advance(milliseconds);
    expect((await analyst.signIn(analyst.code(), goodPassword, 'Ana Analyst')).status).toBe(200);
    browser.bearer = TokenReply.parse(await (await browser.askToken()).json()).token;
  }
  const draft = (more: object = {}) => ({ pseudonym, template: 'meant-to-be-shared', ...more });
  const write = (more: object = {}) => analyst.call('POST', '/messages', draft(more));
  const written = async (more: object = {}) => MessageSent.parse((await write(more)).body).id;
  async function heard(from = browser): Promise<readonly Message[] | undefined> {
    const reply = await from.post('/v1/heartbeat', { ...heartbeatNow(), messages: 1 });
    return HeartbeatReply.parse(await reply.json()).messages;
  }
  const shown = async (id: string) =>
    MessageList.parse((await analyst.call('GET', '/messages')).body).messages.find((message) => message.id === id);
  async function say(id: string, what: 'answer' | 'name', body: object, from = browser) {
    const reply = await from.post(`/v1/messages/${id}/${what}`, body);
    return [reply.status, await reply.json()] as const;
  }

  describe('a message to a pseudonym', () => {
    it('reaches the browser behind it, which answers once and names its person once', async () => {
      const id = await written({ detector: 'aws-access-key' });
      expect(await shown(id)).toMatchObject({ state: 'sent', sentBy: 'Ana Analyst', answer: null, name: null });
      const until = new Date(endpoint.now() + 14 * day).toISOString().slice(0, 10);
      expect(await heard()).toEqual([{ id, template: 'meant-to-be-shared', detector: 'aws-access-key', until }]);
      expect(await shown(id)).toMatchObject({ state: 'delivered' });
      expect(await say(id, 'answer', { answer: 'no' })).toEqual([200, { taken: true }]);
      expect(await say(id, 'answer', { answer: 'no' })).toEqual([200, { taken: true }]);
      expect(await say(id, 'answer', { answer: 'yes' })).toEqual([409, { reason: 'answered-before' }]);
      expect(await shown(id)).toMatchObject({ state: 'answered', answer: 'no' });
      expect(await say(id, 'name', { name: given })).toEqual([200, { taken: true }]);
      expect(await say(id, 'name', { name: given })).toEqual([200, { taken: true }]);
      expect(await say(id, 'name', { name: 'Somebody else' })).toEqual([409, { reason: 'answered-before' }]);
      expect(await shown(id)).toMatchObject({ state: 'named', answer: 'no', name: given });
    });

    it('is for no other browser: none hears of it, and none can answer', async () => {
      const id = await written();
      expect(await heard(stranger)).toEqual([]);
      expect(await say(id, 'answer', { answer: 'no' }, stranger)).toEqual([404, { reason: 'message-unknown' }]);
      expect(await say(id, 'name', { name: given }, stranger)).toEqual([404, { reason: 'message-unknown' }]);
      expect(await say(crypto.randomUUID(), 'answer', { answer: 'no' })).toEqual([404, { reason: 'message-unknown' }]);
      expect(await say('1', 'answer', { answer: 'no' })).toEqual([404, { reason: 'message-unknown' }]);
      expect(await shown(id)).toMatchObject({ state: 'sent', answer: null });
    });

    it('is not in the reply to a browser that does not say it understands messages', async () => {
      const id = await written();
      const reply = await browser.post('/v1/heartbeat', heartbeatNow());
      expect(Object.keys(Object(await reply.json()) as object)).not.toContain('messages');
      expect(await shown(id)).toMatchObject({ state: 'sent' });
    });

    it('takes only answers of its template, and names that are a line of text', async () => {
      const id = await written({ template: 'rotate-key' });
      expect(await say(id, 'answer', { answer: 'yes' })).toEqual([400, { reason: 'bad-answer' }]);
      for (const body of [{ answer: 'maybe' }, {}, { answer: 'rotated', prompt: 'hello' }])
        expect(await say(id, 'answer', body)).toEqual([400, { reason: 'bad-request' }]);
      for (const name of ['', ' ', 'a\nb', ' a', 'x'.repeat(121), '\u202Eabc', 7])
        expect(await say(id, 'name', { name })).toEqual([400, { reason: 'bad-request' }]);
      expect(await shown(id)).toMatchObject({ state: 'sent', answer: null, name: null });
    });

    it('goes only to a pseudonym with a stored incident, about what was found there', async () => {
      const nobody = { status: 404, body: { reason: 'nobody-there' } };
      expect(await write({ pseudonym: 'a'.repeat(20) })).toMatchObject(nobody);
      expect(await write({ detector: 'iban' })).toMatchObject(nobody);
      for (const more of [{ template: 'hello' }, { text: 'hello' }, { days: 31 }, { days: 0 }, { pseudonym: 'x' }])
        expect(await write(more)).toMatchObject({ status: 400 });
      expect(await heard()).toEqual([]);
    });

    it('is one of three a day, even where two are sent at once', async () => {
      const first = await Promise.all([write(), write(), write(), write(), write()]);
      expect(first.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(mostMessagesADay);
      for (let more = 0; more < mostMessagesADay; more += 1) await write();
      expect(await heard()).toHaveLength(mostMessagesADay);
      expect(await write()).toMatchObject({ status: 409, body: { reason: 'enough-messages' } });
      await later(day);
      expect(await write()).toMatchObject({ status: 200 });
    });

    it('can be withdrawn until somebody answers, and ends by itself', async () => {
      const [withdrawn, answered, over] = [await written(), await written(), await written({ days: 1 })];
      await say(answered, 'answer', { answer: 'yes' });
      const withdraw = (id: string) => analyst.call('DELETE', `/messages/${id}`);
      expect(await withdraw(withdrawn)).toMatchObject({ status: 200 });
      expect(await withdraw(withdrawn)).toMatchObject({ status: 409, body: { reason: 'message-over' } });
      expect(await withdraw(answered)).toMatchObject({ status: 409 });
      expect(await withdraw(crypto.randomUUID())).toMatchObject({ status: 404 });
      await later(2 * day);
      expect((await heard())?.map(({ id }) => id)).toEqual([answered]);
      for (const id of [withdrawn, over]) {
        expect(await say(id, 'answer', { answer: 'no' })).toEqual([410, { reason: 'message-over' }]);
        expect(await say(id, 'name', { name: given })).toEqual([410, { reason: 'message-over' }]);
      }
      expect(await shown(withdrawn)).toMatchObject({ state: 'withdrawn', answer: null });
      expect(await shown(over)).toMatchObject({ state: 'ended' });
    });

    it('leaves its sender, and not its pseudonym, in the audit log', async () => {
      const id = await written();
      await analyst.call('DELETE', `/messages/${id}`);
      await analyst.call('GET', '/messages');
      const rows = await endpoint.db.query('SELECT entry FROM audit_entries ORDER BY seq DESC LIMIT 3');
      const entries = rows.map(({ entry }) => JSON.parse(String(entry)) as object);
      expect(entries).toMatchObject([
        { action: 'messages-read', actor: 'Ana Analyst' },
        { action: 'message-withdrawn', target: id },
        { action: 'message-sent', target: id, detail: { template: 'meant-to-be-shared' } },
      ]);
      expect(JSON.stringify(entries)).not.toContain(pseudonym);
    });

    it('leaves neither name nor installation in its row, and goes with both a month after its end', async () => {
      const id = await written();
      await heard();
      await say(id, 'answer', { answer: 'not-sure' });
      await say(id, 'name', { name: given });
      const dump = await dumpDatabase(endpoint.db);
      expect(dump).not.toContain(given);
      const row = dump.split('\n').find((line) => line.includes(`"id":"${id}"`));
      expect(row).toContain(pseudonym);
      expect(row).not.toContain(browser.installId);
      expect(row).not.toMatch(/\d\d:\d\d/); // no finer time than a day
      expect(endpoint.logged.join()).not.toContain(given);
      const kept = () => endpoint.db.query('SELECT id::text AS id FROM messages WHERE id = $1::uuid', [id]);
      await later(44 * day);
      await keepRetention(endpoint.workings);
      expect(await kept()).toEqual([{ id }]);
      await later(day);
      await keepRetention(endpoint.workings);
      expect(await kept()).toEqual([]);
    });

    it('is refused once the key of the pseudonym is destroyed', async () => {
      const id = await written();
      endpoint.workings.keys.destroyPeriodsBefore(endpoint.now() + 31 * day);
      expect(await write()).toMatchObject({ status: 409, body: { reason: 'key-destroyed' } });
      expect(await heard()).toEqual([]);
      expect(await say(id, 'answer', { answer: 'no' })).toEqual([404, { reason: 'message-unknown' }]);
    });
  });
});
