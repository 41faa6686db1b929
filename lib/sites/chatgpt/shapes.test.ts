import { describe, expect, it } from 'vitest';
import { ruleOf } from './calls.ts';
import { readSlots, withoutDraft, writeSlots } from './shapes.ts';

const rule = (path: string, method = 'POST') => ruleOf({ url: new URL(`https://chatgpt.com${path}`), method });
const prompt = rule('/backend-api/f/conversation');

const body = {
  action: 'next',
  messages: [
    {
      id: 'm1',
      author: { role: 'user' },
      content: { content_type: 'text', parts: ['first words'] },
      metadata: { attachments: [{ id: 'file_1', name: 'plan.txt' }] },
    },
    {
      id: 'm2',
      author: { role: 'system' },
      content: { content_type: 'multimodal_text', parts: [{ asset_pointer: 'sediment://file_2' }, 'second words'] },
    },
  ],
  parent_message_id: 'client-created-root',
  secret_field: { deep: ['hidden words'] },
};

describe('ruleOf', () => {
  it('tells a prompt from its neighbours, with and without a query', () => {
    expect(prompt.id).toBe('prompt');
    expect(rule('/backend-anon/conversation?x=1').id).toBe('prompt');
    expect(rule('/backend-alt/f/conversation/prepare').id).toBe('prepare');
    expect(rule('/backend-api/f/conversation/resume').id).toBe('conversation-control');
    expect(rule('/backend-api/f/conversation', 'GET').id).toBe('unknown');
    expect(rule('/backend-api/f/conversations').id).toBe('unknown');
    expect(rule('/BACKEND-API/f/conversation').id).toBe('unknown');
  });

  it('knows both paths of the autocompletion', () => {
    expect(rule('/backend-api/conversation/experimental/generate_autocompletions').id).toBe('autocompletion');
    expect(rule('/backend-api/generate_autocompletions').id).toBe('autocompletion');
  });

  it('takes any write to an upload host for file bytes', () => {
    const at = (href: string) => ruleOf({ url: new URL(href), method: 'PUT' }).id;
    expect(at('https://files.oaiusercontent.com/files/1/raw?sig=x')).toBe('upload');
    expect(at('https://x.blob.core.windows.net/c/f')).toBe('upload');
    expect(at('https://evil-oaiusercontent.com/f')).toBe('unknown');
  });
});

describe('readSlots', () => {
  it('finds the words of every role, and skips the page’s own ids', () => {
    const slots = readSlots(body, prompt);
    const texts = (holder: string) => slots.filter((slot) => slot.holder === holder).map(({ text }) => text);
    expect(texts('text')).toEqual(['first words', 'plan.txt', 'second words']);
    expect(texts('other')).toContain('hidden words');
    expect(slots.map(({ text }) => text)).not.toContain('sediment://file_2');
    expect(slots.map(({ text }) => text)).not.toContain('client-created-root');
  });

  it('takes the conversation starters of a GPT for words of a person', () => {
    const slots = readSlots({ display: { prompt_starters: ['Write to Amara'], theme: 'dark' } }, prompt);
    expect(slots.filter(({ holder, fixed }) => holder === 'text' && fixed !== true).map(({ text }) => text)).toEqual([
      'Write to Amara',
    ]);
  });

  it('takes what a call alone has for words of a person', () => {
    const frame = ruleOf({ url: new URL('https://chatgpt.com/realtime/channel'), method: 'SEND' });
    const body = { type: 'data_message', data: 'Write to Amara' };
    const texts = (rule: typeof prompt) => readSlots(body, rule).filter(({ holder }) => holder === 'text');
    expect(texts(frame).map(({ text }) => text)).toEqual(['Write to Amara']);
    expect(texts(prompt)).toEqual([]);
  });

  it('looks at long keys too', () => {
    expect(readSlots({ 'a-key-that-is-a-secret': 1 }, prompt).map(({ text }) => text)).toEqual([
      'a-key-that-is-a-secret',
    ]);
  });

  it('reads own properties only, whatever the keys are called', () => {
    const hostile: unknown = JSON.parse('{"__proto__":{"text":"inherited"},"constructor":{"text":"own"}}');
    expect(readSlots(hostile, prompt).map(({ text }) => text)).toEqual(['inherited', 'own']);
  });

  it('survives any depth', () => {
    let deep: unknown = 'bottom';
    for (let level = 0; level < 500; level += 1) deep = [deep];
    expect(readSlots(deep, prompt).some(({ text }) => text.includes('bottom'))).toBe(true);
  });
});

describe('writeSlots', () => {
  it('changes the named slots, and nothing else', () => {
    const slots = readSlots(body, prompt);
    const second = slots.find(({ text }) => text === 'second words')!;
    const written = writeSlots(body, new Map([[second, 'other words']]));
    expect(JSON.stringify(written)).toBe(JSON.stringify(body).replace('second words', 'other words'));
    expect(body.messages[1]!.content.parts[1]).toBe('second words');
  });
});

describe('withoutDraft', () => {
  it('takes the draft out and leaves the rest', () => {
    expect(withoutDraft({ model: 'm', partial_query: { content: { parts: ['draft'] } } })).toEqual({ model: 'm' });
    expect(withoutDraft({ model: 'm' })).toBeUndefined();
    expect(withoutDraft('text')).toBeUndefined();
  });
});
