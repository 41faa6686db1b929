import assert from 'node:assert/strict';
import { expect } from '@playwright/test';
import * as drive from '../drive.ts';
import { conversationPath, lastPromptBody, seen, word } from './step.ts';
import type { Step } from './step.ts';

const settingsAndTitle: Step = {
  name: 'custom instructions and a new title are posted',
  run: async (page, standin) => {
    await drive.saveInstructions(page, `I am ${word('about')}`);
    await seen(standin, word('about'), '/backend-api/user_system_messages');
    await drive.renameChat(page, `About ${word('title')}`);
    await seen(standin, word('title'), '/backend-api/conversation/*');
    await expect(page.locator('#history')).toContainText(word('title'));
  },
};

const errorIsShown: Step = {
  name: 'a refused prompt shows the page’s own error, and the page goes on',
  run: async (page, standin) => {
    standin.options.errorMode = 'rate-limit';
    await drive.typePrompt(page, 'One too many');
    await drive.pressEnter(page);
    assert.match(await drive.pageError(page), /reached our limit/);
    standin.options.errorMode = 'none';
    await drive.typePrompt(page, 'Now again');
    await drive.pressEnter(page);
    await drive.expectAnswer(page, 'You said: Now again');
    await expect(page.locator('[data-testid="error-message"]')).toHaveCount(0);
  },
};

const reloadRestores: Step = {
  name: 'a reload shows the chat again',
  run: async (page) => {
    await page.reload();
    await drive.expectAnswer(page, 'You said: Now again');
    await drive.typePrompt(page, 'After the reload');
    await drive.pressEnter(page);
    await drive.expectAnswer(page, 'You said: After the reload');
  },
};

const temporaryChat: Step = {
  name: 'a temporary chat keeps its address and says that it is one',
  run: async (page, standin) => {
    await drive.openChat(page, '/?temporary-chat=true');
    await drive.typePrompt(page, 'Between us');
    await drive.pressEnter(page);
    await drive.expectAnswer(page, 'You said: Between us');
    await expect(page).toHaveURL('https://chatgpt.com/?temporary-chat=true');
    assert.match(lastPromptBody(standin), /"history_and_training_disabled":true/);
  },
};

const accounts: Step = {
  name: 'a workspace names its account with each call, and somebody signed out uses the other family of paths',
  run: async (page, standin) => {
    standin.options.account = 'workspace';
    await drive.openChat(page);
    await drive.typePrompt(page, 'From work');
    await drive.pressEnter(page);
    await drive.expectAnswer(page, 'You said: From work');
    const names = standin.ledger
      .to(conversationPath)
      .at(-1)!
      .headers.map(([name]) => name.toLowerCase());
    assert.ok(names.includes('chatgpt-account-id') && names.includes('authorization'));
    standin.options.account = 'out';
    await drive.openChat(page);
    await drive.typePrompt(page, 'From nobody');
    await drive.pressEnter(page);
    await drive.expectAnswer(page, 'You said: From nobody');
    assert.equal(standin.ledger.to('/backend-anon/f/conversation').length, 1);
    standin.options.account = 'personal';
  },
};

/** What surrounds a chat: settings, errors, reloads, temporary chats and accounts. */
export const chatSteps: readonly Step[] = [settingsAndTitle, errorIsShown, reloadRestores, temporaryChat, accounts];
