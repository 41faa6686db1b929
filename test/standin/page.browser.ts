/**
 * Drives the page of the stand-in in a real Chromium without any extension: every step has to find its canary at the
 * server, or the end-to-end tests that look for its absence would prove nothing.
 * `node --import tsx test/standin/page.browser.ts [folder for pictures]`
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { launchAt } from './launch.ts';
import { startStandin } from './server.ts';
import { canvasSteps } from './steps/canvas-steps.ts';
import { chatSteps } from './steps/chat-steps.ts';
import { editorSteps } from './steps/editor-steps.ts';
import { fileSteps } from './steps/file-steps.ts';
import { gptSteps } from './steps/gpt-steps.ts';
import { handoffSteps } from './steps/handoff-steps.ts';
import { promptSteps } from './steps/prompt-steps.ts';
import { voiceSteps } from './steps/voice-steps.ts';
import type { Step } from './steps/step.ts';

/** The whole flow, in an order that matters: later steps go on in the chat of the earlier ones. */
export const steps: readonly Step[] = [
  ...promptSteps,
  ...handoffSteps,
  ...fileSteps,
  ...canvasSteps,
  ...chatSteps,
  ...gptSteps,
  ...voiceSteps,
  ...editorSteps,
];

// What the browser itself prints about refusals that a step asks for.
const expectedErrors = /status of (429|403)|Content Security Policy/;

async function picture(page: Page, folder: string, number: number): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: join(folder, `standin-${number}-${colorScheme}.png`) });
  }
}

async function main(pictures: string | undefined): Promise<void> {
  const standin = await startStandin();
  const browser = await launchAt(standin);
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !expectedErrors.test(message.text())) troubles.push(message.text());
  });
  try {
    for (const { name, run } of steps) {
      await run(page, standin);
      standin.ledger.assertNoUnknownCalls();
      assert.deepEqual(troubles, []);
      process.stdout.write(`ok: ${name}\n`);
      if (pictures !== undefined)
        await picture(
          page,
          pictures,
          steps.findIndex((step) => step.name === name),
        );
    }
    process.stdout.write(
      `${steps.length} steps, calls to ${new Set(standin.ledger.records.map(({ path }) => path)).size} paths, none unknown\n`,
    );
  } finally {
    await browser.close();
    await standin.close();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(process.argv[2]);
