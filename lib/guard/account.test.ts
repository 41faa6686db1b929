import { describe, expect, it } from 'vitest';
import { builtInPolicy } from '../policy/built-in.ts';
import { compilePolicy } from '../policy/compile.ts';
import { readAtOnce } from '../sites/chatgpt/outgoing.ts';
import { accountAction, isOwnAccount } from './account.ts';

const own = { id: 'org-1', isWorkspace: true };
const personal = { id: 'user-1', isWorkspace: false };
const under = (accounts: NonNullable<(typeof builtInPolicy)['accounts']>) =>
  compilePolicy({ ...builtInPolicy, accounts });
const nobody = { named: '', known: undefined, cookies: () => '' };

describe('isOwnAccount', () => {
  const any = under({ personal: 'block' });
  const named = under({ personal: 'block', workspaces: ['org-1'] });

  it('takes any workspace where policy names none', () => {
    expect(isOwnAccount(any, { ...nobody, known: own })).toBe(true);
    expect(isOwnAccount(any, { ...nobody, known: personal })).toBe(false);
    expect(isOwnAccount(any, { ...nobody, named: 'user-1', known: personal })).toBe(false);
    expect(isOwnAccount(any, { ...nobody, cookies: () => 'a=b; _account=org-7' })).toBe(true);
    expect(isOwnAccount(any, { ...nobody, cookies: () => '_account=personal' })).toBe(false);
    expect(isOwnAccount(any, nobody)).toBe(false);
  });

  it('takes those that policy names, and no other', () => {
    expect(isOwnAccount(named, { ...nobody, named: 'org-1' })).toBe(true);
    expect(isOwnAccount(named, { ...nobody, named: 'org-2', known: own })).toBe(false);
    expect(isOwnAccount(named, { ...nobody, known: { ...own, id: 'org-2' } })).toBe(false);
    expect(isOwnAccount(named, nobody)).toBe(false);
  });
});

describe('accountAction', () => {
  const call = (path: string, body: object) =>
    readAtOnce({
      url: `https://chatgpt.com${path}`,
      method: 'POST',
      type: 'application/json',
      encoding: '',
      kind: 'text',
      body: JSON.stringify(body),
    })!;
  const question = { ...nobody, known: personal, wasTyped: (text: string) => text.includes('typed') };
  const blocking = under({ personal: 'block' });
  const prompt = call('/backend-api/f/conversation', { messages: [{ content: { parts: ['hello'] } }] });

  it('holds what carries words of a person', () => {
    expect(accountAction(prompt, blocking, question)).toBe('block');
    expect(accountAction(prompt, blocking, { ...question, known: own })).toBe('allow');
    expect(accountAction(prompt, compilePolicy(builtInPolicy), question)).toBe('allow');
  });

  it('leaves the page’s own calls alone, and unknown ones unless something was typed into them', () => {
    expect(accountAction(call('/ces/v1/t', { event: 'x' }), blocking, question)).toBe('allow');
    expect(accountAction(call('/backend-api/sentinel/ping', { p: 'x' }), blocking, question)).toBe('allow');
    expect(accountAction(call('/backend-api/new', { note: 'x' }), blocking, question)).toBe('allow');
    expect(accountAction(call('/backend-api/new', { note: 'what was typed' }), blocking, question)).toBe('block');
  });
});
