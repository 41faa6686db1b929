import { describe, expect, it } from 'vitest';
import type { Policy } from '../contract/policy.ts';
import { scan } from '../dlp/scan.ts';
import { readAtOnce, readSlowly } from '../sites/chatgpt/outgoing.ts';
import type { Caught } from '../sites/chatgpt/outgoing.ts';
import { builtInPolicy } from './built-in.ts';
import { compilePolicy } from './compile.ts';
import { inspect } from './inspect.ts';

const key = `AKIA${'QZ7WK3PX5LTY'.slice(0, 12)}2345`;
const caught = (rest: Partial<Caught>): Caught => ({
  url: 'https://chatgpt.com/backend-api/f/conversation',
  method: 'POST',
  type: 'application/json',
  encoding: '',
  kind: 'text',
  body: '',
  ...rest,
});
const options = (policy: Policy = builtInPolicy) => ({
  policy: compilePolicy(policy),
  scan,
  surface: 'composer' as const,
  wasTyped: () => false,
  isAllowed: () => false,
});
const verdictOn = (rest: Partial<Caught>, policy?: Policy) =>
  inspect(readAtOnce(caught(rest))!, options(policy)).verdict;
const prompt = (text: string) => JSON.stringify({ messages: [{ content: { parts: [text] } }] });

describe('a word that pages send by the dozen', () => {
  const rule = {
    id: 'org-plans',
    title: 'Plans',
    category: 'organisation',
    severity: 'high',
    keywords: ['falcon'],
  } as const;
  const withRule: Policy = {
    ...builtInPolicy,
    customRules: [{ ...rule, keywords: [...rule.keywords] }],
    rules: [...builtInPolicy.rules, { id: 'plans', when: { detector: rule.id }, action: 'block' }],
  };
  const body = JSON.stringify({ timezone: 'falcon', count: 7 });

  it('is looked at where the organisation has words of its own', () => {
    expect(verdictOn({ body }).findings).toEqual([]);
    expect(verdictOn({ body }, withRule).action).toBe('block');
  });

  it('is looked at where somebody typed it', () => {
    let scanned = '';
    const listening = { ...options(), wasTyped: () => true };
    inspect(readAtOnce(caught({ body }))!, {
      ...listening,
      scan(text, request) {
        scanned += text;
        return scan(text, request);
      },
    });
    expect(scanned).toContain('falcon');
  });
});

describe('inspect', () => {
  it('offers the safe way for a finding in the words of a prompt', () => {
    expect(verdictOn({ body: prompt(`see ${key}`) })).toMatchObject({ action: 'redact', choices: ['replace', 'edit'] });
  });

  it.each([
    ['the address', { url: `https://chatgpt.com/backend-api/x?note=${key}`, body: '{}' }],
    ['the path', { url: `https://chatgpt.com/backend-api/${key}`, body: '{}' }],
    ['the name of a parameter', { url: `https://chatgpt.com/backend-api/x?${key}=1`, body: '{}' }],
    ['a key of the body', { body: `{"${key}":1}` }],
    ['a value that a second one hides', { body: `{"text":"${key}","text":"ok"}` }],
    ['a field of a form', { type: 'application/x-www-form-urlencoded', body: `a=${key}` }],
    ['the name of a field', { type: 'application/x-www-form-urlencoded', body: `${key}=a` }],
  ])('offers no safe way for a finding in %s, which nobody can write again', (_place, rest) => {
    expect(verdictOn(rest)).toMatchObject({ action: 'block', choices: ['edit'] });
  });

  it('finds a value that a body hides behind the word form', () => {
    const half = `"password": "${key.slice(0, 6)}=Zq8&${key.slice(6)}"`;
    expect(verdictOn({ type: 'application/x-www-form-urlencoded', body: half }).findings).not.toEqual([]);
  });

  it('finds a secret in the name of a file and of a part', async () => {
    for (const [part, file] of [
      [key, 'a.txt'],
      ['file', `${key}.txt`],
    ] as const) {
      const form = new FormData();
      form.append(part, new Blob(['words']), file);
      const request = new Request('https://chatgpt.com/', { method: 'POST', body: form });
      const type = request.headers.get('content-type')!;
      const body = Array.from(new Uint8Array(await request.arrayBuffer()), (byte) => String.fromCharCode(byte)).join(
        '',
      );
      const outgoing = await readSlowly(caught({ kind: 'bytes', type, body }));
      expect(inspect(outgoing, options()).verdict.action).toBe('block');
    }
  });

  it.each(['allow', 'log', 'warn', 'block'] as const)('follows the policy for audio: %s', (audio) => {
    const url = 'https://chatgpt.com/backend-api/transcribe';
    const { action } = verdictOn({ url, kind: 'opaque' }, { ...builtInPolicy, audio });
    expect(action).toBe(audio);
  });

  it('takes a number that stands alone in a slot of the page’s own for an id, and in words for what it is', () => {
    const number = ['1234', '567', '893'].join(''); // passes the checksum of a US provider number
    expect(verdictOn({ body: JSON.stringify({ event: { id: number } }) }).findings).toEqual([]);
    expect(verdictOn({ body: prompt(number) }).findings).not.toEqual([]);
    const card = ['4539', '1488', '0343', '6467'].join(' ');
    expect(verdictOn({ body: JSON.stringify({ event: { id: card } }) }).findings).not.toEqual([]);
  });

  it('asks whether a value is allowed for what it was allowed for', () => {
    const asked: string[] = [];
    const isAllowed = (_text: string, _finding: unknown, for_: string) => {
      asked.push(for_);
      return true;
    };
    inspect(readAtOnce(caught({ body: prompt(key) }))!, { ...options(), isAllowed });
    const url = 'https://files.oaiusercontent.com/f/1';
    inspect(readAtOnce(caught({ url, method: 'PUT', type: 'text/plain', body: key }))!, { ...options(), isAllowed });
    expect(asked).toEqual(['prompt', 'upload']);
  });
});
