import { randomUUID } from 'node:crypto';
import { openName, stateOf } from '../messages.ts';
import { recordAudit } from '../store/audit.ts';
import type { Queries } from '../store/database.ts';
import { addMessage, findMessage, listMessages, newestIncidentOf, withdrawMessage } from '../store/messages.ts';
import type { NewMessage, StoredMessage } from '../store/messages.ts';
import type { Workings } from '../workings.ts';
import { act, personOf, readId, readRequest } from './handler.ts';
import type { Handler } from './handler.ts';
import { MessageDraft, usualMessageDays } from './messages-contract.ts';
import type { MessageList } from './messages-contract.ts';

const mostListed = 200;

/** `GET /api/messages`: the newest, with answers and the names that people gave. */
export function messagesHandler(workings: Workings): Handler {
  return async (c) => {
    const { db, clock } = workings;
    const event = { actor: c.get('caller').name, action: 'messages-read', target: 'messages' } as const;
    await recordAudit(db, { ...event, now: clock() });
    const messages = await listMessages(db, mostListed);
    return c.json({ messages: messages.map((message) => shown(workings, message)) } satisfies MessageList);
  };
}

function shown(workings: Workings, message: StoredMessage): MessageList['messages'][number] {
  return {
    id: message.id,
    pseudonym: message.pseudonym,
    template: message.template,
    detector: message.detector,
    sentBy: message.sent_by,
    sentOn: message.sent_on,
    until: message.ends_on,
    state: stateOf(message, workings.clock()),
    answer: message.answer,
    answeredOn: message.answered_on,
    name: openName(workings, message) ?? null,
  };
}

type Verdict = 'done' | 'nobody-there' | 'key-destroyed' | 'enough-messages';

const refusals = { 'nobody-there': 404, 'key-destroyed': 409, 'enough-messages': 409 } as const;

/** `POST /api/messages`: to the pseudonym of an incident that is stored. */
export function sendMessageHandler(workings: Workings): Handler {
  return async (c) => {
    const request = await readRequest(c, MessageDraft);
    if (!request.ok) return request.refusal;
    const { days = usualMessageDays, pseudonym, template, detector } = request.value;
    const draft = { pseudonym, template, detector, days, sentBy: personOf(c).name, now: workings.clock() };
    const id = randomUUID();
    const verdict = await act(c, workings, async (queries) => {
      const value = await write(queries, workings, { ...draft, id });
      const detail = { template, days, ...(detector === undefined ? {} : { detector }) };
      return { value, target: value === 'done' ? id : undefined, detail };
    });
    return verdict === 'done' ? c.json({ id }) : c.json({ reason: verdict }, refusals[verdict]);
  };
}

async function write(queries: Queries, { keys }: Workings, message: NewMessage): Promise<Verdict> {
  const at = await newestIncidentOf(queries, message);
  if (at === undefined) return 'nobody-there';
  // Without the key no browser can be told that this name is its own.
  if (keys.isDestroyed(at)) return 'key-destroyed';
  return (await addMessage(queries, message)) ? 'done' : 'enough-messages';
}

/** `DELETE /api/messages/:id`: as long as nobody has answered it. */
export function withdrawMessageHandler(workings: Workings): Handler {
  return async (c) => {
    const id = readId(c);
    if (id === undefined || (await findMessage(workings.db, id)) === undefined)
      return c.json({ reason: 'not-found' }, 404);
    const done = await act(c, workings, async (queries) => {
      const value = await withdrawMessage(queries, id, workings.clock());
      return { value, target: value ? id : undefined };
    });
    return done ? c.json({ done: true }) : c.json({ reason: 'message-over' }, 409);
  };
}
