import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { Message } from '../contract/message.ts';
import { SluiceDatabase } from './database.ts';
import { keepMessages, readMessages } from './messages.ts';

const now = Date.UTC(2026, 10, 28);
const message: Message = {
  id: '3f0a1c52-7f0e-4a57-9a57-0c6f2d1be001',
  template: 'rotate-key',
  until: '2026-12-12',
};

it('keeps a message once that one reply brings twice', async () => {
  const db = new SluiceDatabase('messages-twice');
  await keepMessages(db, { orgId: 'org', received: [message, message], now });
  expect((await readMessages(db, 'org')).map(({ id }) => id)).toEqual([message.id]);
});

it('keeps a message anew that another organisation had sent under the same id', async () => {
  const db = new SluiceDatabase('messages-moved');
  await keepMessages(db, { orgId: 'former', received: [message], now });
  await keepMessages(db, { orgId: 'org', received: [message], now });
  expect(await readMessages(db, 'former')).toEqual([]);
  expect((await readMessages(db, 'org')).map(({ id }) => id)).toEqual([message.id]);
});
