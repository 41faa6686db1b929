import { describe, expect, it } from 'vitest';
import { chosenAccount, readSession } from './account.ts';

describe('readSession', () => {
  it('reads the account of who is signed in', () => {
    const text = JSON.stringify({ user: { id: 'u' }, account: { id: 'org-1', structure: 'workspace' } });
    expect(readSession(text)).toEqual({ id: 'org-1', isWorkspace: true });
    expect(readSession(text.replace('workspace', 'personal'))).toEqual({ id: 'org-1', isWorkspace: false });
  });

  it('knows nobody from an empty answer, an error page or a hostile one', () => {
    for (const text of ['{}', '<html>', 'null', '[]', '{"account":7}', '{"account":{"id":7}}', ''])
      expect(readSession(text), text).toBeUndefined();
  });
});

describe('chosenAccount', () => {
  it('is in one cookie, wherever it stands', () => {
    expect(chosenAccount('_account=org-1')).toBe('org-1');
    expect(chosenAccount('a=1; _account=org-1; b=2')).toBe('org-1');
    expect(chosenAccount('my_account=org-1')).toBe('');
    expect(chosenAccount('')).toBe('');
  });
});
