import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import {
  editMessage,
  expectAnswer,
  openChat,
  pressSend,
  regenerate,
  saveInstructions,
  typePrompt,
} from '../../standin/drive.ts';
import { launchAt } from '../../standin/launch.ts';
import { startStandin } from '../../standin/server.ts';
import type { Standin } from '../../standin/server.ts';
import { cloudKey } from '../canary.ts';

/** Without the extension each canary must arrive, or its absence elsewhere would prove nothing. */
let standin: Standin;
test.beforeAll(async () => {
  standin = await startStandin();
});
test.afterAll(() => standin.close());
test.beforeEach(() => standin.ledger.clear());
test.afterEach(() => standin.ledger.assertNoUnknownCalls());

test.describe('without the extension', () => {
  let page: Page;
  let close: () => Promise<void>;
  test.beforeAll(async () => {
    const browser = await launchAt(standin);
    close = () => browser.close();
    page = await browser.context.newPage();
    await openChat(page);
  });
  test.afterAll(() => close());

  test('a draft leaves while it is typed', async () => {
    const key = cloudKey();
    await typePrompt(page, `my key is ${key}`);
    await expect
      .poll(() => standin.ledger.find(key).map(({ path }) => path))
      .toContain('/backend-api/f/conversation/prepare');
    expect(standin.ledger.find(key).some(({ path }) => path.includes('generate_autocompletions'))).toBe(true);
  });

  test('a sent prompt, an edit, a regenerated answer and instructions reach the server', async () => {
    const [sent, edited, saved] = [cloudKey(), cloudKey(), cloudKey()];
    await openChat(page);
    await typePrompt(page, `use ${sent}`);
    await pressSend(page);
    await expectAnswer(page, sent);
    expect(standin.ledger.find(sent).some(({ path }) => path === '/backend-api/f/conversation')).toBe(true);
    await editMessage(page, 0, `use ${edited}`);
    await expectAnswer(page, edited);
    standin.ledger.clear();
    await regenerate(page);
    await expect.poll(() => standin.ledger.find(edited).length).toBeGreaterThan(0);
    await saveInstructions(page, `remember ${saved}`);
    expect(standin.ledger.find(saved).length).toBeGreaterThan(0);
  });
});
