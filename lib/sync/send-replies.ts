import type { KeptMessage } from '../contract/message.ts';
import type { SluiceDatabase } from '../storage/database.ts';
import { readMessages } from '../storage/messages.ts';
import { answerBody, nameBody } from '../vocabulary/messages.ts';
import type { Round } from './push-all.ts';
import type { Session } from './session.ts';

export interface RepliesOptions {
  readonly db: SluiceDatabase;
  readonly session: Session;
  readonly orgId: string;
}

interface Waiting {
  readonly id: string;
  readonly what: 'answer' | 'name';
  /** The exact body. */
  readonly body: string;
}

/** The endpoint has no use for it: the message is unknown, over, or was answered before. */
const final: readonly number[] = [400, 404, 409, 410];

/** Sends what people said to messages, each in a call of its own. What cannot be sent now waits for the next round. */
export async function sendReplies({ db, session, orgId }: RepliesOptions): Promise<Round> {
  for (const { id, what, body } of waitingReplies(await readMessages(db, orgId))) {
    const called = await session.call({ method: 'POST', path: `/v1/messages/${id}/${what}`, body });
    if (!called.ok && !final.includes(called.status)) {
      return { ok: false, reason: called.reason, later: called.later, wantsPolicy: false };
    }
    const state = called.ok ? 'taken' : 'refused';
    await db.messages.update(id, what === 'answer' ? { answerState: state } : { nameState: state });
  }
  return { ok: true };
}

/** What waits to be sent, with the exact body of each. */
export function waitingReplies(messages: readonly KeptMessage[]): readonly Waiting[] {
  return messages.flatMap(({ id, answer, answerState, name, nameState }): readonly Waiting[] => [
    ...(answer !== undefined && answerState === 'waiting'
      ? [{ id, what: 'answer' as const, body: answerBody(answer) }]
      : []),
    ...(name !== undefined && nameState === 'waiting' ? [{ id, what: 'name' as const, body: nameBody(name) }] : []),
  ]);
}
