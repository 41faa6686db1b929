import type { Message } from './conversations.ts';
import type { Textdoc } from './textdocs.ts';
import type { Tokens } from './tokens.ts';
import type { Turn } from './turns.ts';

/** What one answer is made of. */
export interface Answer {
  readonly conversationId: string;
  readonly prompt: Message;
  readonly answerId: string;
  readonly text: string;
  /** Given for the first answer of a chat. */
  readonly title: string | undefined;
  /** Given where the answer puts a document beside the chat. */
  readonly document: Textdoc | undefined;
}

const event = (data: unknown, name?: string): string =>
  `${name === undefined ? '' : `event: ${name}\n`}data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;

const delta = (value: unknown): string => event(value, 'delta');

const textPath = '/message/content/parts/0';

function messageOf(id: string, role: string, content: unknown): Readonly<Record<string, unknown>> {
  return {
    id,
    author: { role, name: null, metadata: {} },
    create_time: Date.now() / 1000,
    update_time: null,
    content,
    status: 'in_progress',
    end_turn: null,
    weight: 1,
    metadata: { model_slug: 'gpt-5-2', citations: [], content_references: [] },
    recipient: 'all',
    channel: role === 'assistant' ? 'final' : null,
  };
}

/** Splits a text into pieces of a few characters; a character beyond the basic plane stays whole, as at the service. */
function pieces(text: string, tokens: Tokens): readonly string[] {
  const characters = Array.from(text);
  // A long text comes in longer pieces, so that it still ends soon.
  const most = Math.max(7, Math.ceil(characters.length / 200));
  const found: string[] = [];
  while (characters.length > 0) found.push(characters.splice(0, tokens.between(1, most)).join(''));
  return found;
}

const add = (channel: number, conversationId: string, message: unknown): string =>
  delta({ p: '', o: 'add', v: { message, conversation_id: conversationId, error: null }, c: channel });

const marker = (answer: Answer, name: string, at: string): string =>
  event({
    type: 'message_marker',
    conversation_id: answer.conversationId,
    message_id: answer.answerId,
    marker: name,
    event: at,
  });

/** The text of the answer: `p` and `o` are said once and then stay in force. */
function textEvents(answer: Answer, tokens: Tokens): readonly string[] {
  const [first = '', ...rest] = pieces(answer.text, tokens);
  return [
    delta({ p: textPath, o: 'append', v: first }),
    marker(answer, 'user_visible_token', 'first'),
    ...rest.map((v) => delta({ v })),
  ];
}

function opening(answer: Answer, tokens: Tokens): readonly string[] {
  const { conversationId, prompt } = answer;
  const hidden = messageOf(tokens.uuid(), 'system', { content_type: 'text', parts: [''] });
  const thoughts = messageOf(tokens.uuid(), 'assistant', { content_type: 'thoughts', thoughts: [] });
  return [
    event('"v1"', 'delta_encoding'),
    event({
      type: 'resume_conversation_token',
      kind: 'topic',
      token: tokens.conduit(),
      conversation_id: conversationId,
    }),
    add(0, conversationId, { ...hidden, metadata: { is_visually_hidden_from_conversation: true } }),
    event({ type: 'input_message', input_message: prompt, conversation_id: conversationId }),
    add(1, conversationId, thoughts),
    event({ type: 'server_ste_metadata', metadata: { cluster_region: 'westus', turn_trace_id: tokens.uuid() } }),
  ];
}

function ending(answer: Answer): readonly string[] {
  const { conversationId, title } = answer;
  return [
    delta({
      p: '',
      o: 'patch',
      v: [
        { p: textPath, o: 'append', v: '' },
        { p: '/message/status', o: 'replace', v: 'finished_successfully' },
        { p: '/message/end_turn', o: 'replace', v: true },
        { p: '/message/metadata', o: 'append', v: { is_complete: true } },
      ],
    }),
    marker(answer, 'last_token', 'last'),
    ...(title === undefined ? [] : [event({ type: 'title_generation', title, conversation_id: conversationId })]),
    event({ type: 'conversation_detail_metadata', conversation_id: conversationId, limits_progress: [] }),
    event({ type: 'message_stream_complete', conversation_id: conversationId }),
    event('[DONE]'),
  ];
}

/** The model writes a document by a tool of its own, and the tool says where it is kept. */
function documentEvents({ conversationId, document }: Answer, tokens: Tokens): readonly string[] {
  if (!document) return [];
  const { id, title, content, version } = document;
  const text = JSON.stringify({ name: title, type: 'document', content });
  const written = messageOf(tokens.uuid(), 'assistant', { content_type: 'code', language: 'json', text });
  const said = { content_type: 'text', parts: [`Successfully created text document with id '${id}'.`] };
  const kept = messageOf(tokens.uuid(), 'tool', said);
  const canvas = { textdoc_id: id, textdoc_type: 'document', version, title, create_source: 'model' };
  return [
    add(3, conversationId, { ...written, recipient: 'canmore.create_textdoc', channel: 'commentary' }),
    add(4, conversationId, { ...kept, metadata: { canvas } }),
  ];
}

/** The server-sent events of an answer in delta encoding v1. */
export function answerEvents(answer: Answer, tokens: Tokens): readonly string[] {
  const final = messageOf(answer.answerId, 'assistant', { content_type: 'text', parts: [''] });
  return [
    ...opening(answer, tokens),
    ...documentEvents(answer, tokens),
    add(2, answer.conversationId, final),
    ...textEvents(answer, tokens),
    ...ending(answer),
  ];
}

/** An answer that breaks off: the text starts and then the stream says that something went wrong. */
export function brokenEvents(answer: Answer, tokens: Tokens): readonly string[] {
  const final = messageOf(answer.answerId, 'assistant', { content_type: 'text', parts: [''] });
  const error = 'Something went wrong while generating the response.';
  return [
    ...opening(answer, tokens),
    add(2, answer.conversationId, final),
    ...textEvents(answer, tokens),
    event({ message: null, conversation_id: answer.conversationId, error }),
    event('[DONE]'),
  ];
}

/** What opens each stream; in one that is handed off nothing of the answer follows it. */
const openingCount = 2;

/** The events that stay in the first stream of an answer that goes on elsewhere, and those that go on. */
export function partEvents(events: readonly string[]): {
  readonly first: readonly string[];
  readonly rest: readonly string[];
} {
  return { first: events.slice(0, openingCount), rest: events.slice(openingCount) };
}

/** The last event of a stream that is handed off: where the page finds the rest. */
export function handoffEvent({ id, topic, conversationId }: Turn, overSocket: boolean): string {
  const subscribe = { type: 'subscribe_ws_topic', topic_id: topic };
  const resume = { type: 'resume_sse_endpoint', conversation_id: conversationId, turn_id: id };
  return event({
    type: 'stream_handoff',
    conversation_id: conversationId,
    options: overSocket ? [subscribe, resume] : [resume],
  });
}

const isMiddleOfCharacter = (byte: number): boolean => (byte & 0xc0) === 0x80;

/**
 * Cuts bytes where it hurts: in the middle of lines, and inside characters of several bytes, the first one always. The
 * pieces put together are the same bytes; a long answer gets longer pieces, so that it still ends soon.
 */
export function cutAwkwardly(bytes: Buffer, tokens: Tokens): readonly Buffer[] {
  const longest = Math.max(160, Math.ceil(bytes.length / 200));
  const cuts: Buffer[] = [];
  let hasBroken = false;
  for (let at = 0; at < bytes.length;) {
    const end = Math.min(bytes.length, at + tokens.between(3, longest));
    const inside = bytes.subarray(at + 1, end).findIndex(isMiddleOfCharacter);
    const breaks: boolean = inside !== -1 && (!hasBroken || tokens.random() < 0.3);
    hasBroken ||= breaks;
    const cut = breaks ? at + 1 + inside : end;
    cuts.push(bytes.subarray(at, cut));
    at = cut;
  }
  return cuts;
}

/** Sends pieces one after another with a pause before each. */
export async function* paced(parts: readonly Buffer[], pauseMs: () => number): AsyncGenerator<Buffer> {
  for (const part of parts) {
    await new Promise((wake) => setTimeout(wake, pauseMs()));
    yield part;
  }
}
