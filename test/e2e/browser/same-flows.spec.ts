import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import * as drive from '../../standin/drive.ts';
import { launchAt } from '../../standin/launch.ts';
import { startStandin } from '../../standin/server.ts';
import type { Standin } from '../../standin/server.ts';
import type { StandinOptions } from '../../standin/options.ts';
import { subscribed } from '../../standin/steps/step.ts';
import { launchGuarded } from '../extension.ts';
import { saidBy } from '../said-to-server.ts';

/** Harmless work in the further flows of the page: they end as they would without Sluice, and the server is told the same, word for word. */
interface Flow {
  readonly name: string;
  readonly options?: Partial<StandinOptions>;
  /** The calls that belong to it. */
  readonly calls: RegExp;
  readonly run: (page: Page, standin: Standin) => Promise<void>;
}

async function ask(page: Page, text: string): Promise<void> {
  await drive.typePrompt(page, text);
  await drive.pressEnter(page);
  await drive.expectAnswer(page, `You said: ${text}`);
}

const flows: readonly Flow[] = [
  ...(['socket', 'broken-socket', 'resume'] as const).map((handoff) => ({
    name: `an answer that is handed off: ${handoff}`,
    options: { handoff },
    calls: /^wss:|\/f\/conversation(?:\/resume)?$/,
    async run(page: Page) {
      await drive.openChat(page);
      await ask(page, 'What is a heat pump?');
      await ask(page, 'And what does it cost?');
    },
  })),
  {
    name: 'words that steer an answer over the WebSocket',
    options: { handoff: 'socket', steerBy: 'socket', chunkDelayMs: 500 },
    calls: /^wss:|\/f\/(?:conversation|steer_turn)$/,
    async run(page, standin) {
      await drive.openChat(page);
      await drive.typePrompt(page, 'Tell me of heat pumps');
      await drive.pressEnter(page);
      await subscribed(standin);
      await drive.typePrompt(page, 'In short words');
      await drive.pressSend(page);
      await expect.poll(() => standin.ledger.find('In short words').some(({ webSocket }) => webSocket)).toBe(true);
      standin.options.chunkDelayMs = 0;
      await drive.expectAnswer(page, 'You said: Tell me of heat pumps');
      await expect.poll(() => standin.ledger.find('unsubscribe').length).toBe(1);
    },
  },
  {
    name: 'a document beside the chat',
    options: { canvas: true },
    calls: /\/textdoc\//,
    async run(page) {
      await drive.openChat(page);
      await ask(page, 'Write a letter about heat pumps');
      await drive.documentEditor(page).fill('Dear neighbours,\nours is warm.');
      await expect(drive.documentStatus(page)).toHaveText('Saved');
      await drive.renameDocument(page, 'Letter to the neighbours');
      await expect(drive.documentStatus(page)).toHaveText('Renamed');
    },
  },
  {
    name: 'a GPT that is made',
    calls: /\/gizmos|\/gizmo_editor\/|\/files|oaiusercontent/,
    async run(page, standin) {
      await drive.openBuilder(page);
      for (const [at, label] of ['Name', 'Description', 'Instructions', 'Conversation starter 1'].entries()) {
        await drive.writeInBuilder(page, label, `Heats the house ${at}`);
        await standin.ledger.waitFor('/backend-api/gizmo_editor/drafts', at + 1);
      }
      await drive.addKnowledge(page, 'manual.txt', 'Heat pumps move heat.');
      await expect(drive.builder(page).locator('.card[data-status="ready"]')).toHaveText('manual.txt');
      await standin.ledger.waitFor('/backend-api/gizmo_editor/drafts', 5);
      await drive.publishGpt(page);
      await expect(drive.builderStatus(page)).toHaveText('Published');
    },
  },
  {
    name: 'dictation',
    calls: /\/transcribe$|\/f\/conversation$/,
    async run(page) {
      await drive.openChat(page);
      await drive.dictate(page);
      await expect.poll(() => drive.composerText(page)).toBe('Words that were spoken.');
      await drive.pressEnter(page);
      await drive.expectAnswer(page, 'You said: Words that were spoken.');
    },
  },
  {
    name: 'a voice conversation',
    calls: /\/realtime\/|\/heard$/,
    async run(page, standin) {
      await drive.openChat(page);
      const end = await drive.openVoiceEnd(page);
      await drive.startVoice(page);
      await drive.sayInVoice(page, 'What is a heat pump?');
      await expect(drive.voiceMode(page).getByRole('listitem')).toHaveText('You said: What is a heat pump?');
      await drive.voiceMode(page).getByRole('button', { name: 'End voice mode' }).click();
      await expect.poll(() => standin.ledger.find('client_metrics').length).toBe(1);
      await end.close();
    },
  },
];

interface Side {
  readonly standin: Standin;
  readonly newPage: () => Promise<Page>;
}

let sides: readonly [Side, Side];
let close: () => Promise<void>;
test.beforeAll(async () => {
  const [plainStandin, guardedStandin] = [await startStandin(), await startStandin()];
  const plain = await launchAt(plainStandin);
  const guarded = await launchGuarded(guardedStandin);
  sides = [
    { standin: plainStandin, newPage: () => plain.context.newPage() },
    { standin: guardedStandin, newPage: () => guarded.context.newPage() },
  ];
  close = async () => {
    for (const each of [plain, guarded, plainStandin, guardedStandin]) await each.close();
  };
});
test.afterAll(() => close());

async function saidDuring({ calls, options, run }: Flow, { standin, newPage }: Side): Promise<readonly string[]> {
  Object.assign(standin.options, startOptions, options);
  standin.ledger.clear();
  const page = await newPage();
  await run(page, standin);
  await page.close();
  standin.ledger.assertNoUnknownCalls();
  const own = standin.ledger.to(calls).filter(({ method }) => method !== 'GET' || calls.source.includes('wss'));
  return (await Promise.all(own.map(saidBy))).toSorted();
}

const startOptions = { canvas: false, handoff: 'none', steerBy: 'call', chunkDelayMs: 0 } as const;

for (const flow of flows)
  test(`${flow.name}: the server is told the same with and without Sluice`, async () => {
    const [without, withIt] = [await saidDuring(flow, sides[0]), await saidDuring(flow, sides[1])];
    expect(without.length).toBeGreaterThan(0);
    expect(withIt).toEqual(without);
  });
