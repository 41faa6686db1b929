import { describe, expect, it } from 'vitest';
import { answerEvents, brokenEvents, cutAwkwardly } from './answer-stream.ts';
import type { Answer } from './answer-stream.ts';
import type { Message } from './conversations.ts';
import { Tokens } from './tokens.ts';

const prompt: Message = {
  id: 'p1',
  author: { role: 'user' },
  create_time: 1,
  content: { content_type: 'text', parts: ['hello'] },
  status: 'finished_successfully',
};
const text = 'You said: "schön" — 日本語 😀 and\nmore [github-token-1] words';
const answer: Answer = { conversationId: 'c1', prompt, answerId: 'a1', text, title: 'A title', document: undefined };

interface Frame {
  readonly p?: string;
  readonly o?: string;
  readonly c?: number;
  readonly v?: unknown;
  readonly type?: string;
  readonly error?: string;
}

const dataOf = (events: readonly string[]): readonly Frame[] =>
  events
    .map((event) => /^data: (.*)$/m.exec(event)?.[1] ?? '')
    .filter((data) => data !== '[DONE]')
    .map((data) => JSON.parse(data) as Frame);

const messageOf = ({ v }: Frame): Message => (v as { readonly message: Message }).message;
const textPath = '/message/content/parts/0';

/** Reads delta encoding v1 by its rules: path and operation stay in force until they are said again. */
function finalText(events: readonly string[]): string {
  let [path, operation, isOpen, result] = ['', '', false, ''];
  for (const frame of dataOf(events.filter((line) => line.startsWith('event: delta\n')))) {
    path = frame.p ?? path;
    operation = frame.o ?? operation;
    if (operation === 'add') isOpen = messageOf(frame).id === answer.answerId;
    else if (operation === 'append' && path === textPath && isOpen) result += String(frame.v);
    else if (operation === 'patch')
      for (const part of frame.v as readonly Frame[]) if (part.p === textPath) result += String(part.v);
  }
  return result;
}

describe('the stream of an answer', () => {
  const events = answerEvents(answer, new Tokens(1));

  it('gives the whole text by deltas that repeat neither path nor operation', () => {
    expect(finalText(events)).toBe(text);
    expect(dataOf(events).filter((frame) => Object.keys(frame).join() === 'v').length).toBeGreaterThan(5);
  });

  it('starts, marks and ends as the service does', () => {
    expect(events[0]).toBe('event: delta_encoding\ndata: "v1"\n\n');
    expect(events.at(-1)).toBe('data: [DONE]\n\n');
    const types = dataOf(events).map((frame) => frame.type);
    for (const type of [
      'resume_conversation_token',
      'input_message',
      'message_marker',
      'title_generation',
      'message_stream_complete',
    ])
      expect(types).toContain(type);
    expect(types.at(-1)).toBe('message_stream_complete');
  });

  it('opens several messages, each on its own channel', () => {
    const added = dataOf(events).filter(({ o }) => o === 'add');
    expect(added.map(({ c }) => c)).toEqual([0, 1, 2]);
    expect(added.map((frame) => messageOf(frame).author.role)).toEqual(['system', 'assistant', 'assistant']);
  });

  it('names the title for the first answer alone', () => {
    const later = answerEvents({ ...answer, title: undefined }, new Tokens(1));
    expect(later.join('')).not.toContain('title_generation');
  });

  it('can break off with an error', () => {
    const errors = dataOf(brokenEvents(answer, new Tokens(1))).filter(({ error }) => error);
    expect(errors).toHaveLength(1);
  });

  it('ends soon although it is long', () => {
    const long = { ...answer, text: '日本語 and more. '.repeat(20_000) };
    const many = answerEvents(long, new Tokens(1));
    expect(finalText(many)).toBe(long.text);
    expect(many.length).toBeLessThan(1000);
    expect(cutAwkwardly(Buffer.from(many.join('')), new Tokens(1)).length).toBeLessThan(2000);
  });

  it.each([1, 2, 3, 4, 5])(
    'is cut inside lines and inside characters, and is the same when put together, seed %i',
    (seed) => {
      const bytes = Buffer.from(events.join(''), 'utf8');
      const parts = cutAwkwardly(bytes, new Tokens(seed));
      expect(Buffer.concat(parts).equals(bytes)).toBe(true);
      expect(parts.every((part) => part.length > 0)).toBe(true);
      const insideCharacter = parts.filter((part) => (part[0]! & 0xc0) === 0x80);
      const insideLine = parts.slice(0, -1).filter((part) => part.at(-1) !== 0x0a);
      expect(insideCharacter.length).toBeGreaterThan(0);
      expect(insideLine.length).toBeGreaterThan(5);
    },
  );
});
