import { z } from 'zod/mini';
import { answerEvents, brokenEvents, cutAwkwardly, handoffEvent, paced, partEvents } from '../answer-stream.ts';
import type { Answer } from '../answer-stream.ts';
import { json, product, readObject, refused, textOf } from '../call.ts';
import type { Call, Reply, Route, World } from '../call.ts';
import { append, treeOf } from '../conversations.ts';
import type { Conversation, Message } from '../conversations.ts';
import type { Textdoc } from '../textdocs.ts';

function isMessage(value: unknown): value is Message {
  const { id, author, content } = (value ?? {}) as Partial<Message>;
  return typeof id === 'string' && typeof author?.role === 'string' && typeof content === 'object';
}

function messagesOf(body: Readonly<Record<string, unknown>>): readonly Message[] | undefined {
  const { messages } = body as { messages?: unknown };
  return Array.isArray(messages) && messages.every(isMessage) ? messages : undefined;
}

function typedText(message: Message | undefined): string {
  return (message?.content.parts ?? []).filter((part) => typeof part === 'string').join('\n');
}

/** The message that is answered: the last one of the user, or for a variant without messages the one that it names. */
function promptOf(messages: readonly Message[], conversation: Conversation, parentId: string): Message | undefined {
  const sent = messages.filter(({ author }) => author.role === 'user').at(-1);
  return sent ?? conversation.mapping.get(parentId)?.message ?? undefined;
}

function attachmentNote(prompt: Message): string {
  const { attachments } = (prompt.metadata ?? {}) as { attachments?: readonly { name?: unknown }[] };
  const names = (attachments ?? []).map(({ name }) => textOf(name)).join(', ');
  return names === '' ? '' : `You attached: ${names}. `;
}

function streamed(events: readonly string[], world: World): Reply {
  const parts = cutAwkwardly(Buffer.from(events.join(''), 'utf8'), world.tokens);
  return {
    status: 200,
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache',
      'x-conduit-token': world.tokens.conduit(),
      'x-oai-request-id': world.tokens.uuid(),
      'x-build': `prod-${world.tokens.hex(40)}`,
    },
    body: paced(parts, () => world.options.chunkDelayMs),
  };
}

const errorReplies: Readonly<Record<string, () => Reply>> = {
  'rate-limit': () => refused(429, 'You have reached our limit of messages per hour. Please try again later.'),
  html: () => ({
    status: 403,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: '<!doctype html><title>Just a moment...</title><p>Checking your browser.</p>',
  }),
};

function draftFor(prompt: Message, { id }: Conversation, { textdocs }: World): Textdoc {
  return textdocs.start(id, 'Draft', `A draft for: ${typedText(prompt)}\n`);
}

function makeAnswer(prompt: Message, conversation: Conversation, world: World): Answer {
  const text = `You said: ${typedText(prompt)} — noted ✔ Danke schön, σημειώθηκε 😀. ${attachmentNote(prompt)}Anything else?`;
  const isFirst = conversation.title === 'New chat';
  if (isFirst) conversation.title = 'Stand-in chat';
  return {
    conversationId: conversation.id,
    prompt,
    answerId: world.tokens.uuid(),
    text,
    title: isFirst ? conversation.title : undefined,
    document: world.options.canvas ? draftFor(prompt, conversation, world) : undefined,
  };
}

function remember(answer: Answer, conversation: Conversation): void {
  const message: Message = {
    id: answer.answerId,
    author: { role: 'assistant' },
    create_time: Date.now() / 1000,
    content: { content_type: 'text', parts: [answer.text] },
    metadata: { model_slug: 'gpt-5-2' },
    status: 'finished_successfully',
  };
  append(conversation, message, answer.prompt.id);
}

/** Answers a prompt with a stream, as `POST …/f/conversation` does. */
function converse(call: Call, world: World): Reply {
  const failure = errorReplies[world.options.errorMode];
  if (failure) return failure();
  const body = readObject(call.body);
  const messages = body && messagesOf(body);
  if (!body || !messages) return refused(422, [{ type: 'json_invalid', loc: ['body'], msg: 'JSON decode error' }]);
  const conversation = world.conversations.get(textOf(body['conversation_id'])) ?? world.conversations.start();
  const parentId = textOf(body['parent_message_id']);
  const prompt = promptOf(messages, conversation, parentId);
  if (!prompt) return refused(422, [{ type: 'missing', loc: ['body', 'messages'], msg: 'Field required' }]);
  for (const message of messages) append(conversation, message, parentId);
  append(conversation, prompt, parentId);
  const answer = makeAnswer(prompt, conversation, world);
  remember(answer, conversation);
  if (body['history_and_training_disabled'] === true) world.conversations.forget(conversation.id);
  if (world.options.errorMode === 'in-stream') return streamed(brokenEvents(answer, world.tokens), world);
  const events = answerEvents(answer, world.tokens);
  return streamed(world.options.handoff === 'none' ? events : handedOff(conversation.id, events, world), world);
}

/** The short stream of an answer that goes on elsewhere. */
function handedOff(conversationId: string, events: readonly string[], { options, turns }: World): readonly string[] {
  const { first, rest } = partEvents(events);
  return [...first, handoffEvent(turns.add(conversationId, rest), options.handoff !== 'resume')];
}

const Resumption = z.strictObject({ conversation_id: z.string(), offset: z.int().check(z.nonnegative()) });

/** Goes on with an answer from the slice on that the page has not got. */
function resume(call: Call, world: World): Reply {
  const asked = Resumption.safeParse(readObject(call.body));
  if (!asked.success) return refused(422, [{ type: 'value_error', loc: ['body'], msg: 'Not a resumption' }]);
  const turn = world.turns.ofConversation(asked.data.conversation_id);
  if (!turn) return refused(404, { code: 'conversation_not_found', message: 'Conversation not found' });
  return streamed(turn.items.slice(asked.data.offset), world);
}

function steer(call: Call, world: World): Reply {
  const body = readObject(call.body);
  if (!body || !messagesOf(body)) return refused(422, 'JSON decode error');
  return json({ status: 'ok', turn_exchange_id: world.tokens.uuid(), steered: true });
}

function summaryOf({ id, title, createTime }: Conversation): Readonly<Record<string, unknown>> {
  return { id, title, create_time: createTime, update_time: createTime, is_archived: false, gizmo_id: null };
}

function listing({ url }: Call, { conversations }: World): Reply {
  const limit = Number(url.searchParams.get('limit') ?? '28');
  const offset = Number(url.searchParams.get('offset') ?? '0');
  const items = conversations.list.slice(offset, offset + limit).map(summaryOf);
  return json({ items, total: conversations.list.length, limit, offset, has_missing_conversations: false });
}

function whole({ params }: Call, { conversations }: World): Reply {
  const found = conversations.get(params['id'] ?? '');
  return found
    ? json(treeOf(found))
    : refused(404, { code: 'conversation_not_found', message: 'Conversation not found' });
}

function change(call: Call, { conversations }: World): Reply {
  const found = conversations.get(call.params['id'] ?? '');
  const title = readObject(call.body)?.['title'];
  if (found && typeof title === 'string') found.title = title;
  return json({ success: true });
}

const on = (method: string, path: string, answer: Route['answer']): Route => ({ host: product, method, path, answer });

/** Prompts, answers and the chats that are kept. */
export const conversationRoutes: readonly Route[] = [
  ...['f/conversation', 'f/converse'].map((path) => on('POST', `/backend-*/${path}`, converse)),
  on('POST', '/backend-*/conversation', converse),
  on('POST', '/backend-*/f/conversation/resume', resume),
  on('POST', '/backend-*/f/steer_turn', steer),
  on('POST', '/backend-*/feed/card/:id/conversation', converse),
  on('POST', '/backend-*/feed/feedback/conversation', converse),
  on('POST', '/backend-*/stop_conversation', () => json({ status: 'ok' })),
  on('POST', '/backend-*/conversation/init', (_, { tokens }) =>
    json({
      type: 'conversation_detail_metadata',
      banner_info: null,
      blocked_features: [],
      model_limits: [],
      limits_progress: [{ feature_name: 'file_upload', remaining: 80, reset_after: new Date(Date.now() + 864e5) }],
      default_model_slug: 'gpt-5-2',
      request_id: tokens.uuid(),
    }),
  ),
  on('GET', '/backend-*/conversation/:id/stream_status', () => json({ status: 'COMPLETED' })),
  on('GET', '/backend-*/conversations', listing),
  on('GET', '/backend-*/conversations/search', () => json({ items: [], cursor: null })),
  on('GET', '/backend-*/conversations/:id', whole),
  on('GET', '/backend-*/conversation/:id', whole),
  on('PATCH', '/backend-*/conversation/:id', change),
  on('POST', '/backend-*/conversation/id/:id/rename', change),
  on('POST', '/backend-*/conversation/gen_title/:id', () => json({ message: 'Title created' })),
  on('POST', '/backend-*/conversation/message_feedback', () => json({ status: 'ok' })),
  on('POST', '/backend-*/conversation/implicit_message_feedback', () => json({ status: 'ok' })),
  on('POST', '/backend-*/implicit_message_feedback', () => json({ status: 'ok' })),
];
