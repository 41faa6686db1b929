import * as z from 'zod/mini';
import { Message, PersonName } from '../../lib/contract/message.ts';
import { messageAnswers, messageTemplates } from '../../lib/vocabulary/messages.ts';
import { messageStates } from '../vocabulary.ts';
import { pseudonym } from './contract.ts';

// What the console and its endpoint say to each other about messages.

export const longestMessageDays = 30;
export const usualMessageDays = 14;

export const MessageDraft = z.strictObject({
  pseudonym,
  template: z.enum(messageTemplates),
  /** One that was found under this pseudonym. */
  detector: Message.shape.detector,
  /** Until the last day on which it can be answered; two weeks where it is left out. */
  days: z.optional(z.int().check(z.gte(1), z.lte(longestMessageDays))),
});
export type MessageDraft = z.infer<typeof MessageDraft>;

export const MessageSent = z.strictObject({ id: z.uuidv4() });

export const MessageList = z.strictObject({
  /** The newest, at most 200. */
  messages: z.array(
    z.strictObject({
      id: z.uuidv4(),
      pseudonym,
      template: z.enum(messageTemplates),
      detector: z.nullable(z.string()),
      sentBy: z.string(),
      sentOn: z.iso.date(),
      until: z.iso.date(),
      state: z.enum(messageStates),
      answer: z.nullable(z.enum(messageAnswers)),
      answeredOn: z.nullable(z.iso.date()),
      /** What the person typed. Null without a name, and where this endpoint's keys cannot open it. */
      name: z.nullable(PersonName),
    }),
  ),
});
export type MessageList = z.infer<typeof MessageList>;
