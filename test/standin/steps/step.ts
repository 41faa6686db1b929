import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { Standin } from '../server.ts';

/** One thing that a person does; it throws when the server did not see what it should. */
export interface Step {
  readonly name: string;
  readonly run: (page: Page, standin: Standin) => Promise<void>;
}

export const conversationPath = '/backend-api/f/conversation';
export const preparePath = '/backend-api/f/conversation/prepare';
export const completionsPath = '/backend-api/conversation/experimental/generate_autocompletions';

/** A canary of one's own for each step. */
export const word = (stem: string): string => `${stem}-${'q7Zk2'.repeat(3)}`;

/** Waits until the canary is in a request to the path. */
export async function seen(standin: Standin, canary: string, path: string | RegExp): Promise<void> {
  await expect
    .poll(() => standin.ledger.to(path).some((record) => standin.ledger.find(canary).includes(record)), {
      message: `${canary} at ${String(path)}`,
    })
    .toBe(true);
}

/** The body of the last prompt that arrived. */
export const lastPromptBody = (standin: Standin): string =>
  standin.ledger.to(conversationPath).at(-1)?.body.toString() ?? '';

/** Waits until the page has subscribed to an answer on its socket. */
export async function subscribed(standin: Standin): Promise<void> {
  const asked = () =>
    standin.ledger.records.some(({ webSocket, body }) => webSocket && body.includes('conversation-turn-'));
  await expect.poll(asked, { message: 'a subscription to an answer' }).toBe(true);
}
