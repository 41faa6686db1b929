import assert from 'node:assert/strict';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import * as drive from '../drive.ts';
import type { Standin } from '../server.ts';
import { conversationPath, seen, subscribed, word } from './step.ts';
import type { Step } from './step.ts';

const resumePath = '/backend-api/f/conversation/resume';

async function ask(page: Page, text: string): Promise<void> {
  await drive.typePrompt(page, text);
  await drive.pressEnter(page);
  await drive.expectAnswer(page, `You said: ${text}`);
}

const offsets = (standin: Standin): readonly number[] =>
  standin.ledger.to(resumePath).map(({ body }) => (JSON.parse(body.toString()) as { offset: number }).offset);

const overSocket: Step = {
  name: 'an answer that is handed off arrives over the WebSocket',
  run: async (page, standin) => {
    standin.options.handoff = 'socket';
    await drive.openChat(page);
    await ask(page, word('handoff'));
    await seen(standin, word('handoff'), conversationPath);
    const [socket] = standin.ledger.records.filter(({ webSocket }) => webSocket).slice(-1);
    assert.match(socket?.body.toString() ?? '', /"subscribe","topic_id":"conversation-turn-.*"unsubscribe"/);
    assert.deepEqual(offsets(standin), []);
    await expect(page).toHaveTitle('Stand-in chat');
  },
};

const brokenSocket: Step = {
  name: 'where the WebSocket breaks off, the page resumes from there',
  run: async (page, standin) => {
    standin.options.handoff = 'broken-socket';
    await ask(page, word('broken'));
    const [offset] = offsets(standin);
    assert.ok(offset !== undefined && offset > 0);
  },
};

const resumed: Step = {
  name: 'without the WebSocket the page asks for the rest from its beginning',
  run: async (page, standin) => {
    standin.options.handoff = 'resume';
    await ask(page, word('resume'));
    assert.equal(offsets(standin).at(-1), 0);
  },
};

const steersOverSocket: Step = {
  name: 'words that steer an answer may go over the WebSocket, and it can be stopped there',
  run: async (page, standin) => {
    Object.assign(standin.options, { handoff: 'socket', steerBy: 'socket', chunkDelayMs: 300 });
    standin.ledger.clear();
    await drive.openChat(page);
    await drive.typePrompt(page, 'A long question');
    await drive.pressEnter(page);
    await subscribed(standin);
    await drive.typePrompt(page, word('frame'));
    await drive.pressSend(page);
    await seen(standin, word('frame'), /^wss:/);
    await page.locator('[data-testid="stop-button"]').click();
    await standin.ledger.waitFor('/backend-api/stop_conversation');
    await expect(page.locator('[data-testid="stop-button"]')).toHaveCount(0);
    Object.assign(standin.options, { handoff: 'none', steerBy: 'call', chunkDelayMs: 4 });
  },
};

/** Answers that go on elsewhere than in the stream that the prompt was answered with. */
export const handoffSteps: readonly Step[] = [overSocket, brokenSocket, resumed, steersOverSocket];
