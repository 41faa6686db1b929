/** What the organisation may write to a pseudonym. A closed union: it is stored and sent. */
export const messageTemplates = [
  'rotate-key', // replace a key or password that may have left
  'contact-security', // get in touch with the security team
  'meant-to-be-shared', // a question: was this meant to be shared?
] as const;
export type MessageTemplate = (typeof messageTemplates)[number];

/** What a person may answer. A closed union: it is stored and sent. */
export const messageAnswers = ['rotated', 'will-contact', 'yes', 'no', 'not-sure'] as const;
export type MessageAnswer = (typeof messageAnswers)[number];

/** The answers that each template offers. To put a message away is none of them: nothing is sent then. */
export const answersTo: Readonly<Record<MessageTemplate, readonly MessageAnswer[]>> = {
  'rotate-key': ['rotated'],
  'contact-security': ['will-contact'],
  'meant-to-be-shared': ['yes', 'no', 'not-sure'],
};

/** The newest form of messages that this version understands; a browser says it in its heartbeat. */
export const messagesVersion = 1;

/** Characters of a name that a person may give. */
export const longestName = 120;

/** The exact body that names a person, for the preview and for the sender. */
export function nameBody(name: string): string {
  return JSON.stringify({ name });
}

/** The exact body of an answer. */
export function answerBody(answer: MessageAnswer): string {
  return JSON.stringify({ answer });
}

/** What has become of something that a person said to a message. */
export const replyStates = ['waiting', 'taken', 'refused'] as const;
export type ReplyState = (typeof replyStates)[number];
