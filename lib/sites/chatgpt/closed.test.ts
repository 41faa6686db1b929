import { expect, it } from 'vitest';
import { isClosedUntilCheckIn } from './closed.ts';

const at = (path: string) => `https://chatgpt.com${path}`;

it('reads filters as the browser does', () => {
  for (const path of ['/backend-api/f/conversation', '/backend-anon/conversation?x=1', '/backend-api/conversation#part', '/backend-api/files', '/BACKEND-API/user_system_messages', '/backend-api/f/conversation/prepare'])
    expect([path, isClosedUntilCheckIn(at(path), [])]).toEqual([path, true]);
  for (const path of ['/backend-api/memories', '/backend-api/conversation/init', '/backend-api/files/library', '/backend/conversation', '/ces/v1/t'])
    expect([path, isClosedUntilCheckIn(at(path), [])]).toEqual([path, false]);
  expect(isClosedUntilCheckIn(at('/backend-api/v2/x/talk'), ['/backend-api/v2/*/talk'])).toBe(true);
}); // prettier-ignore
