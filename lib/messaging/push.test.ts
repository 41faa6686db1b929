import { expect, it, vi } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import { push } from './push.ts';

it('tells every tab of the product, and a tab that is gone keeps nobody from hearing it', async () => {
  const heard: unknown[] = [];
  const query = vi.fn(() => Promise.resolve([{ id: 1 }, {}, { id: 2 }, { id: 3 }]));
  const sendMessage = (id: number, message: unknown) => {
    if (id === 1) return Promise.reject(new Error('Could not establish connection.'));
    heard.push([id, message]);
    return Promise.resolve();
  };
  const browser = { tabs: { query, sendMessage } } as unknown as Browser;
  await push(browser, { name: 'gates.again', matches: ['https://chatgpt.com/*'] }, null);
  expect(query).toHaveBeenCalledWith({ url: ['https://chatgpt.com/*'] });
  expect(heard).toEqual([2, 3].map((id) => [id, { push: 'gates.again', value: null }]));
});
