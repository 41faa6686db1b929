import * as z from 'zod/mini';
import { messageAnswers, messageTemplates } from '../../lib/vocabulary/messages.ts';
import type { MessageAnswer, MessageTemplate } from '../../lib/vocabulary/messages.ts';
import { bucketOf, dayOf, readRows } from './database.ts';
import type { Queries } from './database.ts';

/** Messages that may go to one pseudonym on one UTC day. */
export const mostMessagesADay = 3;

export interface NewMessage {
  readonly id: string;
  readonly pseudonym: string;
  readonly template: MessageTemplate;
  readonly detector: string | undefined;
  readonly sentBy: string;
  readonly now: number;
  /** Days until its last one. */
  readonly days: number;
}

const day = 86_400_000;

const CountRow = z.object({ sent: z.int() });

/**
 * Adds a message; false when the pseudonym has had its number for the day. Two at once take the same place, and the index lets only one
 * of them in.
 */
export async function addMessage(db: Queries, message: NewMessage): Promise<boolean> {
  const { id, pseudonym, template, detector, sentBy, now, days } = message;
  const today = dayOf(now);
  const counted = await db.query(
    'SELECT count(*)::integer AS sent FROM messages WHERE pseudonym = $1 AND sent_on = $2::date',
    [pseudonym, today],
  );
  const place = (readRows(CountRow, counted)[0]?.sent ?? 0) + 1;
  if (place > mostMessagesADay) return false;
  const added = await db.query(
    `INSERT INTO messages (id, pseudonym, template, detector, sent_by, sent_on, place, ends_on, withdrawn, delivered)
     VALUES ($1::uuid, $2, $3, $4, $5, $6::date, $7::smallint, $8::date, false, false)
     ON CONFLICT DO NOTHING RETURNING id`,
    [id, pseudonym, template, detector ?? null, sentBy, today, place, dayOf(now + days * day)],
  );
  return added.length > 0;
}

const TimeRow = z.object({ at: z.nullable(z.date()) });

/** The time of the newest stored incident of a pseudonym, with a finding of `detector` where one is given. */
export async function newestIncidentOf(
  db: Queries,
  { pseudonym, detector }: Pick<NewMessage, 'pseudonym' | 'detector'>,
): Promise<string | undefined> {
  const rows = await db.query(
    `SELECT max(rounded_at) AS at FROM incidents
     WHERE bucket = $1::smallint AND pseudonym = $2 AND ($3::jsonb IS NULL OR findings @> $3::jsonb)`,
    [bucketOf(pseudonym), pseudonym, detector === undefined ? null : JSON.stringify([{ detector }])],
  );
  return readRows(TimeRow, rows)[0]?.at?.toISOString();
}

const MessageRow = z.object({
  id: z.uuidv4(),
  pseudonym: z.string(),
  template: z.enum(messageTemplates),
  detector: z.nullable(z.string()),
  sent_by: z.string(),
  sent_on: z.string(),
  ends_on: z.string(),
  withdrawn: z.boolean(),
  delivered: z.boolean(),
  answer: z.nullable(z.enum(messageAnswers)),
  answered_on: z.nullable(z.string()),
  sealed_name: z.nullable(z.string()),
});
export type StoredMessage = z.infer<typeof MessageRow>;

/** The newest messages. The dates are read as texts: a driver would give them in its own zone. */
export async function listMessages(db: Queries, limit: number): Promise<readonly StoredMessage[]> {
  const rows = await db.query(
    `SELECT id, pseudonym, template, detector, sent_by, sent_on::text AS sent_on, ends_on::text AS ends_on, withdrawn,
       delivered, answer, answered_on::text AS answered_on, sealed_name
     FROM messages ORDER BY sent_on DESC, id DESC LIMIT $1::integer`,
    [limit],
  );
  return readRows(MessageRow, rows);
}

/** Takes back what nobody has answered yet; false where there is no such message. */
export async function withdrawMessage(db: Queries, id: string, now: number): Promise<boolean> {
  const rows = await db.query(
    `UPDATE messages SET withdrawn = true
     WHERE id = $1::uuid AND NOT withdrawn AND answer IS NULL AND sealed_name IS NULL AND ends_on >= $2::date
     RETURNING id`,
    [id, dayOf(now)],
  );
  return rows.length > 0;
}

export async function findMessage(db: Queries, id: string): Promise<StoredMessage | undefined> {
  const rows = await db.query(
    `SELECT id, pseudonym, template, detector, sent_by, sent_on::text AS sent_on, ends_on::text AS ends_on, withdrawn,
       delivered, answer, answered_on::text AS answered_on, sealed_name
     FROM messages WHERE id = $1::uuid`,
    [id],
  );
  return readRows(MessageRow, rows)[0];
}

/** What can be answered under one of these pseudonyms. Marks it as delivered, and keeps neither to whom nor when. */
export async function deliverMessages(
  db: Queries,
  pseudonyms: readonly string[],
  now: number,
): Promise<readonly StoredMessage[]> {
  const rows = await db.query(
    `SELECT id, pseudonym, template, detector, sent_by, sent_on::text AS sent_on, ends_on::text AS ends_on, withdrawn,
       delivered, answer, answered_on::text AS answered_on, sealed_name
     FROM messages
     WHERE pseudonym IN (SELECT value FROM jsonb_array_elements_text($1::jsonb) AS names (value))
       AND NOT withdrawn AND ends_on >= $2::date
     ORDER BY sent_on DESC, id LIMIT 100`,
    [JSON.stringify(pseudonyms), dayOf(now)],
  );
  const messages = readRows(MessageRow, rows);
  const undelivered = messages.filter(({ delivered }) => !delivered).map(({ id }) => id);
  if (undelivered.length > 0)
    await db.query(
      `UPDATE messages SET delivered = true
       WHERE id IN (SELECT value::uuid FROM jsonb_array_elements_text($1::jsonb) AS ids (value))`,
      [JSON.stringify(undelivered)],
    );
  return messages;
}

/** Stores the one answer to a message that can still be answered; false where there is none such. */
export async function answerMessage(
  db: Queries,
  { id, answer, now }: { readonly id: string; readonly answer: MessageAnswer; readonly now: number },
): Promise<boolean> {
  const rows = await db.query(
    `UPDATE messages SET answer = $2, answered_on = $3::date
     WHERE id = $1::uuid AND answer IS NULL AND NOT withdrawn AND ends_on >= $3::date RETURNING id`,
    [id, answer, dayOf(now)],
  );
  return rows.length > 0;
}

/** Stores the one name to a message that can still be answered; false where there is none such. */
export async function nameMessage(
  db: Queries,
  { id, sealedName, now }: { readonly id: string; readonly sealedName: string; readonly now: number },
): Promise<boolean> {
  const rows = await db.query(
    `UPDATE messages SET sealed_name = $2
     WHERE id = $1::uuid AND sealed_name IS NULL AND NOT withdrawn AND ends_on >= $3::date RETURNING id`,
    [id, sealedName, dayOf(now)],
  );
  return rows.length > 0;
}

/** Deletes messages, with answers and names, that ended before the day of `moment`. */
export async function deleteMessagesEndedBefore(db: Queries, moment: number): Promise<void> {
  await db.query('DELETE FROM messages WHERE ends_on < $1::date', [dayOf(moment)]);
}
