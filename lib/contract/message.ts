import * as z from 'zod/mini';
import { longestName, messageAnswers, messageTemplates, replyStates } from '../vocabulary/messages.ts';

/** A message to a pseudonym as a browser gets it: words of closed lists, and the detector that it is about. */
export const Message = z.strictObject({
  id: z.uuidv4(),
  template: z.enum(messageTemplates),
  detector: z.optional(z.string().check(z.regex(/^[a-z][a-z0-9-]{0,63}$/))),
  /** The last UTC day on which it can be answered, `YYYY-MM-DD`. */
  until: z.iso.date(),
});
export type Message = z.infer<typeof Message>;

/** `POST /v1/messages/:id/answer`. */
export const MessageAnswerRequest = z.strictObject({ answer: z.enum(messageAnswers) });

/**
 * `POST /v1/messages/:id/name`: the only text that a person types for the organisation. No control, format or private characters, and
 * no space at either end.
 */
export const PersonName = z
  .string()
  .check(z.minLength(1), z.maxLength(longestName), z.regex(/^[^\p{C}\p{Zl}\p{Zp}]+$/u), z.regex(/^\S(.*\S)?$/));
export const MessageNameRequest = z.strictObject({ name: PersonName });

export const MessageTaken = z.strictObject({ taken: z.literal(true) });

const replyState = z.optional(z.enum(replyStates));

/** A message as a browser keeps it, with what its person said to it. Kept until a month after its last day. */
export const KeptMessage = z.strictObject({
  ...Message.shape,
  /** The organisation that it came from, and no other. */
  orgId: z.string(),
  /** Put away by the person; nobody is told. */
  dismissed: z.boolean(),
  answer: z.optional(z.enum(messageAnswers)),
  answerState: replyState,
  name: z.optional(PersonName),
  nameState: replyState,
});
export type KeptMessage = z.infer<typeof KeptMessage>;
