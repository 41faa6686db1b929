import { expect } from '@playwright/test';
import { editMessage, expectAnswer, pressEnter, pressSend, typePrompt } from '../../standin/drive.ts';
import type { GuardedBrowser } from '../extension.ts';
import { test } from './guarded.ts';

interface Heard {
  readonly name: string;
  readonly request: { readonly url?: string };
}

const ticket = 'ticket.file https://chatgpt.com/backend-api/f/conversation';

/** The channels on which the service worker is asked from now on, with the address that is asked about. */
async function listenToWorker({ worker }: GuardedBrowser): Promise<() => Promise<readonly string[]>> {
  const inWorker = await worker();
  await inWorker.evaluate(() => {
    const heard: string[] = [];
    Reflect.set(globalThis, 'heard', heard);
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { onMessage: { addListener: (hear: (message: Heard) => void) => void } } };
    };
    chrome.runtime.onMessage.addListener(({ name, request }) => void heard.push(`${name} ${request.url ?? ''}`.trim()));
  });
  return () => inWorker.evaluate(() => Reflect.get(globalThis, 'heard') as readonly string[]);
}

for (const [how, press] of [
  ['Enter', pressEnter],
  ['the button', pressSend],
] as const)
  test(`a clean prompt that is sent by ${how} waits for no ticket`, async ({ page, guarded }) => {
    const heard = await listenToWorker(guarded);
    await typePrompt(page, `hello by ${how}`);
    await press(page);
    await expectAnswer(page, `hello by ${how}`);
    expect(await heard()).toContain('network.ready');
    expect(await heard()).not.toContain(ticket);
  });

test('an edit of an earlier message waits for its ticket', async ({ page, guarded }) => {
  await typePrompt(page, 'hello before the edit');
  await pressSend(page);
  await expectAnswer(page, 'hello before the edit');
  // A word that was given for the message before is good for a moment.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 2_000)));
  const heard = await listenToWorker(guarded);
  await editMessage(page, 0, 'hello after the edit');
  await expectAnswer(page, 'hello after the edit');
  expect(await heard()).toContain(ticket);
});
