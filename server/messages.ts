import type { Message } from '../lib/contract/message.ts';
import { answersTo } from '../lib/vocabulary/messages.ts';
import type { MessageAnswer } from '../lib/vocabulary/messages.ts';
import { dayOf } from './store/database.ts';
import { answerMessage, deliverMessages, findMessage, nameMessage } from './store/messages.ts';
import type { StoredMessage } from './store/messages.ts';
import type { MessageState } from './vocabulary.ts';
import type { Workings } from './workings.ts';

const day = 86_400_000;

/** Incidents may be a day ahead of this clock, and their pseudonym with them. */
const ahead = day;

/** What an installation may answer now. Its pseudonyms are worked out for this moment and kept nowhere. */
export async function messagesFor({ db, keys, clock }: Workings, installId: string): Promise<Message[]> {
  const names = keys.pseudonymsUntil(installId, clock() + ahead);
  const messages = await deliverMessages(db, names, clock());
  return messages.map(({ id, template, detector, ends_on: until }) => ({
    id,
    template,
    ...(detector === null ? {} : { detector }),
    until,
  }));
}

/** Why an answer or a name was not taken. `message-unknown` is also said where it is another's. */
export type Unanswered = 'message-unknown' | 'message-over' | 'answered-before' | 'bad-answer';
export type Answered = { readonly ok: true } | { readonly ok: false; readonly reason: Unanswered };

interface From {
  readonly id: string;
  readonly installId: string;
}

/** Takes the answer of the installation that the message is for. The same one again is taken: the first reply may have been lost. */
export async function takeAnswer(
  workings: Workings,
  from: From & { readonly answer: MessageAnswer },
): Promise<Answered> {
  const { id, answer } = from;
  const message = await messageOf(workings, from);
  if (message === undefined) return { ok: false, reason: 'message-unknown' };
  if (!answersTo[message.template].includes(answer)) return { ok: false, reason: 'bad-answer' };
  if (await answerMessage(workings.db, { id, answer, now: workings.clock() })) return { ok: true };
  const given = (await messageOf(workings, from))?.answer ?? null;
  if (given === null) return { ok: false, reason: 'message-over' };
  return given === answer ? { ok: true } : { ok: false, reason: 'answered-before' };
}

/** Takes the name that a person gives of their own accord, once. At rest it is sealed for this message. */
export async function takeName(workings: Workings, from: From & { readonly name: string }): Promise<Answered> {
  const { id, name } = from;
  const message = await messageOf(workings, from);
  if (message === undefined) return { ok: false, reason: 'message-unknown' };
  const sealedName = workings.keys.seal(name, nameLabel(id));
  if (await nameMessage(workings.db, { id, sealedName, now: workings.clock() })) return { ok: true };
  const given = await messageOf(workings, from);
  if (given === undefined || given.sealed_name === null) return { ok: false, reason: 'message-over' };
  return openName(workings, given) === name ? { ok: true } : { ok: false, reason: 'answered-before' };
}

/** The name that was given; `undefined` without one, and where this folder of keys cannot open it. */
export function openName({ keys }: Pick<Workings, 'keys'>, message: StoredMessage): string | undefined {
  return message.sealed_name === null ? undefined : keys.unseal(message.sealed_name, nameLabel(message.id));
}

/** What has become of a message by the day of `now`. */
export function stateOf(message: StoredMessage, now: number): MessageState {
  if (message.withdrawn) return 'withdrawn';
  if (message.sealed_name !== null) return 'named';
  if (message.answer !== null) return 'answered';
  if (message.ends_on < dayOf(now)) return 'ended';
  return message.delivered ? 'delivered' : 'sent';
}

function nameLabel(id: string): string {
  return `message name ${id}`;
}

async function messageOf({ db, keys, clock }: Workings, { id, installId }: From): Promise<StoredMessage | undefined> {
  const message = await findMessage(db, id);
  const names = keys.pseudonymsUntil(installId, clock() + ahead);
  return message !== undefined && names.includes(message.pseudonym) ? message : undefined;
}
