import assert from 'node:assert/strict';
import { expect } from '@playwright/test';
import * as drive from '../drive.ts';
import { completionsPath, conversationPath, lastPromptBody, preparePath, seen, word } from './step.ts';
import type { Step } from './step.ts';

const draftLeaves: Step = {
  name: 'a draft reaches the server while it is typed',
  run: async (page, standin) => {
    await drive.openChat(page);
    await expect(page.locator('[data-testid="send-button"]')).toHaveCount(0);
    await drive.typePrompt(page, `Hello ${word('draft')}\nand a second line`);
    assert.equal(await drive.composerText(page), `Hello ${word('draft')}\nand a second line`);
    await seen(standin, word('draft'), preparePath);
    await seen(standin, word('draft'), completionsPath);
    assert.deepEqual(standin.ledger.to(conversationPath), []);
  },
};

const promptIsAnswered: Step = {
  name: 'Enter sends, the answer streams in, the address changes without a reload',
  run: async (page, standin) => {
    await page.evaluate(() => ((window as { kept?: boolean }).kept = true));
    await drive.pressEnter(page);
    await drive.expectAnswer(
      page,
      `You said: Hello ${word('draft')}\nand a second line — noted ✔ Danke schön, σημειώθηκε 😀.`,
    );
    await expect(page).toHaveURL(/\/c\/[0-9a-f-]{36}$/);
    assert.equal(await page.evaluate(() => (window as { kept?: boolean }).kept), true);
    assert.equal(await drive.composerText(page), '');
    await expect(page).toHaveTitle('Stand-in chat');
    await seen(standin, word('draft'), conversationPath);
  },
};

const secondTurn: Step = {
  name: 'the button sends, below the answer before',
  run: async (page, standin) => {
    await drive.typePrompt(page, `Again ${word('second')}`);
    await drive.pressSend(page);
    await drive.expectAnswer(page, `You said: Again ${word('second')}`);
    const body = JSON.parse(lastPromptBody(standin));
    assert.equal(
      body.parent_message_id,
      await page.locator('[data-turn="assistant"] [data-message-id]').first().getAttribute('data-message-id'),
    );
    assert.match(body.conversation_id, /^[0-9a-f-]{36}$/);
  },
};

const editAndRegenerate: Step = {
  name: 'an edited and a regenerated prompt go the same way',
  run: async (page, standin) => {
    await drive.editMessage(page, 1, `Changed ${word('edit')}`);
    await drive.expectAnswer(page, `You said: Changed ${word('edit')}`);
    await expect(page.locator('[data-turn]')).toHaveCount(4);
    await seen(standin, word('edit'), conversationPath);
    standin.ledger.clear();
    await drive.regenerate(page);
    await standin.ledger.waitFor(conversationPath);
    await drive.expectAnswer(page, `You said: Changed ${word('edit')}`);
    await seen(standin, word('edit'), conversationPath);
    assert.match(lastPromptBody(standin), /"action":"variant"/);
  },
};

const steers: Step = {
  name: 'what is sent while an answer runs steers it',
  run: async (page, standin) => {
    standin.options.chunkDelayMs = 60;
    await drive.typePrompt(page, 'A long question');
    await drive.pressEnter(page);
    await expect(page.locator('[data-testid="stop-button"]')).toBeVisible();
    await drive.typePrompt(page, `Rather this ${word('steer')}`);
    await drive.pressSend(page);
    await seen(standin, word('steer'), '/backend-api/f/steer_turn');
    standin.options.chunkDelayMs = 4;
    await drive.expectAnswer(page, 'You said: A long question');
  },
};

const stops: Step = {
  name: 'an answer can be stopped',
  run: async (page, standin) => {
    standin.options.chunkDelayMs = 60;
    await drive.typePrompt(page, 'Tell me everything');
    await drive.pressEnter(page);
    await expect.poll(() => drive.lastAnswer(page)).toMatch(/You said/);
    await page.locator('[data-testid="stop-button"]').click();
    await standin.ledger.waitFor('/backend-api/stop_conversation');
    standin.options.chunkDelayMs = 4;
    await expect(page.locator('[data-testid="stop-button"]')).toHaveCount(0);
    assert.doesNotMatch(await drive.lastAnswer(page), /Anything else/);
  },
};

/** What a person does with prompts and answers. */
export const promptSteps: readonly Step[] = [
  draftLeaves,
  promptIsAnswered,
  secondTurn,
  editAndRegenerate,
  steers,
  stops,
];
