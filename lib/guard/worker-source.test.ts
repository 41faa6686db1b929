import { describe, expect, it } from 'vitest';
import type { Ask } from '../bridge/wire.ts';
import { withSource } from './worker-source.ts';

function asked(url: string, way: Ask['way'] = 'worker'): Ask {
  const call = { id: 1, method: 'GET', type: '', encoding: '', account: '', wait: false } as const;
  return { ...call, way, url, kind: 'none', body: '' };
}

const never = () => {
  throw new Error('NetworkError');
};

describe('the source of a worker', () => {
  it('is read where a blob holds it', () => {
    const read = (url: string) => `// of ${url}`;
    const url = 'blob:https://chatgpt.com/1';
    expect(withSource(asked(url), read)).toMatchObject({ url, kind: 'text', body: `// of ${url}` });
  });

  it.each([
    ['data:text/javascript,note = "a%2Fb ü"', 'note = "a/b ü"'],
    ['DATA:text/javascript;charset=utf-8;base64,bm90ZSA9ICLDvCI=', 'note = "ü"'],
    ['data:text/javascript;BASE64,bm90%5A%53A9', 'note ='],
    ['data:,100%', '100%'],
    ['data:;base64,***', '***'],
  ])('is written out where the address itself is it: %s', (url, body) => {
    expect(withSource(asked(url), never)).toMatchObject({ kind: 'text', body });
  });

  it('is not sought on a server, and not for any other way out', () => {
    for (const ask of [asked('https://chatgpt.com/worker.js'), asked('blob:https://chatgpt.com/1', 'address')])
      expect(withSource(ask, never)).toBe(ask);
  });

  it('is opaque where this one cannot be read, or is too long to be looked at', () => {
    const gone = (url: string) => (url.startsWith('blob:https:') ? never() : 'own');
    expect(withSource(asked('blob:https://chatgpt.com/1'), gone).kind).toBe('opaque');
    expect(withSource(asked('blob:https://chatgpt.com/1'), () => 'x'.repeat(4_000_001)).kind).toBe('opaque');
  });

  it('is left to the network gate where the browser lets nobody read one', () => {
    const ask = asked('blob:https://chatgpt.com/1');
    expect(withSource(ask, never)).toBe(ask);
  });
});
