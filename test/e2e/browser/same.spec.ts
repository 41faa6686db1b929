import { expect, test } from '@playwright/test';
import type { BrowserContext } from '@playwright/test';
import * as drive from '../../standin/drive.ts';
import type { LeakRecord } from '../../standin/leak-ledger.ts';
import { launchAt } from '../../standin/launch.ts';
import { startStandin } from '../../standin/server.ts';
import type { Standin } from '../../standin/server.ts';
import { launchGuarded } from '../extension.ts';

/** The page must not notice Sluice, nor its server: the same work with and without it, call by call. */
const options = { hydrationDelayMs: 50, prepareDebounceMs: 200, chunkDelayMs: 0, account: 'workspace' } as const;

async function work(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await drive.openChat(page);
  await page.waitForTimeout(800); // the calls of the start are over
  const say = async (text: string) => {
    await drive.composer(page).click();
    await page.keyboard.insertText(text);
    await page.waitForTimeout(500);
    await drive.pressEnter(page);
    await drive.expectAnswer(page, text);
    await page.waitForTimeout(300);
  };
  await say('What is a heat pump?');
  await drive.editMessage(page, 0, 'What is a heat exchanger?');
  await drive.expectAnswer(page, 'What is a heat exchanger?');
  await drive.regenerate(page);
  await page.waitForTimeout(500);
  await drive.attachFile(page, 'notes.txt', 'Heat pumps move heat.');
  await drive.expectAttached(page);
  await say('And what does this say?');
  await drive.saveInstructions(page, 'I like short answers.');
  await drive.renameChat(page, 'Heat');
  await page.waitForTimeout(800);
  await page.close();
}

/** What a call says of itself, without what differs from run to run: ids, tokens and times. */
function shapeOf({ method, host, path, headers, body, webSocket }: LeakRecord): string {
  const address = `${method} ${host}${path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|file[-_]\w+/g, '{id}').replace(/\/p?\d+\//g, '/{n}/')}`;
  const names = headers.map(([name]) => name.toLowerCase()).filter((name) => name !== 'content-length');
  return JSON.stringify([address, webSocket, [...new Set(names)].toSorted(), webSocket ? 'frames' : keysOf(body)]);
}

function keysOf(body: Buffer): unknown {
  try {
    return keysIn(JSON.parse(body.toString()));
  } catch {
    return body.length > 0 ? 'bytes' : 'none'; // a file, a form, something packed
  }
}

function keysIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(keysIn);
  if (typeof value !== 'object' || value === null) return typeof value;
  // The draft is what Sluice takes out, and the token comes earlier or later.
  return Object.entries(value)
    .filter(([key]) => key !== 'partial_query')
    .map(([key, item]) => [key, key === 'client_prepare_state' ? 'string' : keysIn(item)]);
}

const isOf = (part: string) => (shape: string) => shape.includes(part);

async function shapes(standin: Standin, context: BrowserContext): Promise<readonly string[]> {
  await work(context);
  standin.ledger.assertNoUnknownCalls();
  return standin.ledger.records
    .filter(({ method }) => method !== 'OPTIONS')
    .map(shapeOf)
    .filter((shape) => !shape.includes('/cdn/') && !shape.includes('favicon'))
    .toSorted();
}

test('the server receives the same calls with and without Sluice, but for drafts and autocompletions', async () => {
  test.setTimeout(180_000);
  const [plainStandin, guardedStandin] = [await startStandin(options), await startStandin(options)];
  const plain = await launchAt(plainStandin);
  const guarded = await launchGuarded(guardedStandin);
  const without = await shapes(plainStandin, plain.context);
  const withIt = await shapes(guardedStandin, guarded.context);
  await plain.close();
  await guarded.close();
  await plainStandin.close();
  await guardedStandin.close();
  expect(without.filter(isOf('generate_autocompletions')).length).toBeGreaterThan(0);
  expect(withIt.filter(isOf('generate_autocompletions'))).toEqual([]);
  expect(withIt).toEqual(without.filter((shape) => !shape.includes('generate_autocompletions')));
});
