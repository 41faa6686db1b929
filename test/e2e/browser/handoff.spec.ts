import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { expectAnswer, openChat, pressEnter, pressSend, typePrompt } from '../../standin/drive.ts';
import type { Standin } from '../../standin/server.ts';
import { subscribed } from '../../standin/steps/step.ts';
import { cloudKey } from '../canary.ts';
import { choose, waitForDialog } from '../dialog.ts';
import { test } from './guarded.ts';

/** Answers that go on over the page's WebSocket or in a stream that it resumes. */
test.afterEach(({ standin }) => {
  Object.assign(standin.options, { handoff: 'none', steerBy: 'call', chunkDelayMs: 4 });
});

for (const handoff of ['socket', 'broken-socket', 'resume'] as const)
  test(`what was replaced in a prompt stays replaced where its answer is handed off: ${handoff}`, async ({
    page,
    standin,
  }) => {
    standin.options.handoff = handoff;
    const key = cloudKey();
    await typePrompt(page, `use ${key}`);
    await pressEnter(page);
    await waitForDialog(page);
    await choose(page, /replace and send/i);
    await expectAnswer(page, 'You said: use [aws-access-key-id-1]');
    expect(standin.ledger.findFragments(key)).toEqual([]);
  });

/** Opens a chat with an answer that runs over the socket. */
async function startAnswer(page: Page, standin: Standin): Promise<void> {
  Object.assign(standin.options, { handoff: 'socket', steerBy: 'socket', chunkDelayMs: 500 });
  await openChat(page);
  await typePrompt(page, 'A long question');
  await pressEnter(page);
  await subscribed(standin);
}

test('a key among words that steer an answer over the WebSocket is replaced in the composer', async ({
  page,
  standin,
}) => {
  const key = cloudKey();
  await startAnswer(page, standin);
  await typePrompt(page, `rather with ${key}`);
  await pressSend(page);
  await waitForDialog(page);
  await choose(page, /replace and send/i);
  await expect
    .poll(() => standin.ledger.find('[aws-access-key-id-1]').map(({ webSocket }) => webSocket))
    .toEqual([true]);
  standin.options.chunkDelayMs = 0;
  await expectAnswer(page, 'You said: A long question');
  expect(standin.ledger.findFragments(key)).toEqual([]);
});
