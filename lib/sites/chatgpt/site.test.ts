import { describe, expect, it } from 'vitest';
import { ruleAmong } from './calls.ts';
import { readAtOnce } from './outgoing.ts';
import { builtInSite, compileSite } from './site.ts';

const call = (path: string) => ({ url: new URL(`https://chatgpt.com${path}`), method: 'POST' });
const pack = (path: string, kind: 'prompt' | 'completion' = 'prompt') =>
  compileSite({ version: 1, calls: [{ id: 'x', kind, path }] });

describe('a site pack', () => {
  it('names a call that is not known', () => {
    const site = pack('/backend-*/f/converse');
    expect(site.problems).toEqual([]);
    expect(ruleAmong(site.calls, call('/backend-api/f/converse')).kind).toBe('prompt');
    expect(ruleAmong(site.calls, call('/backend-anon/f/converse')).kind).toBe('prompt');
    expect(ruleAmong(site.calls, call('/backend-api/f/converse/more')).kind).toBe('unknown');
    expect(site.closed).toEqual(['/backend-*/f/converse']);
  });

  it('cannot take a known call away, and says so', () => {
    for (const path of [
      '/backend-api/f/conversation',
      '/backend-*/*',
      '/*/f/conversation',
      '/backend-*/*/conversation',
    ]) {
      const site = pack(path, 'completion');
      expect(site.problems, path).toHaveLength(1);
      expect(ruleAmong(site.calls, call('/backend-api/f/conversation')).id, path).toBe('prompt');
    }
  });

  it('takes signs of expressions as they are', () => {
    const site = pack('/backend-api/f.converse');
    expect(ruleAmong(site.calls, call('/backend-api/fxconverse')).kind).toBe('unknown');
  });
});

describe('what is known by its shape', () => {
  const read = (body: object) =>
    readAtOnce(
      {
        url: 'https://chatgpt.com/backend-api/brand/new',
        method: 'POST',
        type: 'application/json',
        encoding: '',
        kind: 'text',
        body: JSON.stringify(body),
      },
      builtInSite,
    )?.rule.kind;

  it('is a draft or an autocompletion wherever it goes', () => {
    expect(read({ partial_query: { content: { parts: ['x'] } } })).toBe('draft');
    expect(read({ input_text: 'x', num_completions: 4 })).toBe('completion');
    expect(read({ input_text: 'x' })).toBe('unknown');
  });
});
