import type { KeptMessage, Message } from '../contract/message.ts';
import { answersTo } from '../vocabulary/messages.ts';
import type { MessageAnswer } from '../vocabulary/messages.ts';
import type { SluiceDatabase } from './database.ts';
import { isMessage } from './rows.ts';

const keptDays = 30;
const day = 86_400_000;

/**
 * Takes over what a heartbeat brought. One that is not there any more was withdrawn or is over: it goes, unless its person has said
 * something to it.
 */
export async function keepMessages(
  db: SluiceDatabase,
  { orgId, received, now }: { readonly orgId: string; readonly received: readonly Message[]; readonly now: number },
): Promise<void> {
  const brought = new Map(received.map((message) => [message.id, message]));
  const forgotten = new Date(now - keptDays * day).toISOString().slice(0, 10);
  await db.transaction('rw', db.messages, async () => {
    const kept = await db.messages.toArray();
    const gone = kept.filter(
      (row) => row.orgId !== orgId || row.until < forgotten || !(brought.has(row.id) || isSaid(row)),
    );
    await db.messages.bulkDelete(gone.map(({ id }) => id));
    const known = new Set(await db.messages.toCollection().primaryKeys());
    // By id: one that a reply brings twice must not undo the rest.
    const fresh = [...brought.values()].filter(({ id }) => !known.has(id));
    await db.messages.bulkAdd(fresh.map((message) => ({ ...message, orgId, dismissed: false })));
  });
}

/** What an organisation wrote, the newest end first. A row that cannot be read is left out. */
export async function readMessages(db: SluiceDatabase, orgId: string | undefined): Promise<readonly KeptMessage[]> {
  const rows: readonly unknown[] = await db.messages.toArray();
  return rows
    .filter(isMessage)
    .filter((row) => row.orgId === orgId)
    .toSorted((left, right) => (left.until < right.until ? 1 : -1));
}

/** True while a message asks for something. */
export function isOpen(message: KeptMessage, now: number): boolean {
  return !message.dismissed && !isSaid(message) && message.until >= new Date(now).toISOString().slice(0, 10);
}

/** Puts down an answer to be sent; false where there is nothing to answer, or it was answered before. */
export function answer(db: SluiceDatabase, id: string, given: MessageAnswer): Promise<boolean> {
  return change(db, id, (row) =>
    row.answer === undefined && answersTo[row.template].includes(given)
      ? { answer: given, answerState: 'waiting' }
      : undefined,
  );
}

/** Puts down a name to be sent; false where there is no such message, or a name was given before. */
export function giveName(db: SluiceDatabase, id: string, name: string): Promise<boolean> {
  return change(db, id, (row) => (row.name === undefined ? { name, nameState: 'waiting' } : undefined));
}

/** Puts a message away. Nothing is sent. */
export function dismiss(db: SluiceDatabase, id: string): Promise<boolean> {
  return change(db, id, () => ({ dismissed: true }));
}

function change(
  db: SluiceDatabase,
  id: string,
  decide: (row: KeptMessage) => Partial<KeptMessage> | undefined,
): Promise<boolean> {
  return db.transaction('rw', db.messages, async () => {
    const row: unknown = await db.messages.get(id);
    const changes = isMessage(row) ? decide(row) : undefined;
    if (changes !== undefined) await db.messages.update(id, changes);
    return changes !== undefined;
  });
}

function isSaid({ answer: given, name }: KeptMessage): boolean {
  return given !== undefined || name !== undefined;
}
