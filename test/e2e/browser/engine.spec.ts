import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Worker } from '@playwright/test';
import { openChat, pressEnter, typePrompt } from '../../standin/drive.ts';
import { startStandin } from '../../standin/server.ts';
import { cloudKey, plainMark } from '../canary.ts';
import { noticeContent } from '../dialog.ts';
import { chromeBuild, launchGuarded } from '../extension.ts';
import { test } from './guarded.ts';

/** The engine is large. It comes into a frame when there is something to look at; until then calls wait. */
test('a frame has no engine until it says something; then it is judged by it', async ({ guarded, page, standin }) => {
  const [key, mark] = [cloudKey(), plainMark()];
  const frame = await page.evaluateHandle(async () => {
    const made = document.createElement('iframe');
    made.srcdoc = '<p>a frame</p>';
    const loaded = new Promise((done) => made.addEventListener('load', done));
    document.body.append(made);
    await loaded;
    return made;
  });
  const worker = await guarded.worker();
  expect(await framesWithEngine(worker, 'about:srcdoc')).toEqual([false]);
  const say = (body: string) =>
    frame.evaluate(
      ({ contentWindow }, text) =>
        contentWindow!.fetch('/backend-api/memories', { method: 'POST', body: text }).then(
          ({ status }) => status,
          () => 0,
        ),
      JSON.stringify({ content: body }),
    );
  await say(`remember ${mark}`);
  expect(standin.ledger.find(mark)).not.toEqual([]);
  expect(await framesWithEngine(worker, 'about:srcdoc')).toEqual([true]);
  await say(`remember ${key}`);
  expect(standin.ledger.findFragments(key)).toEqual([]);
});

test('where the engine cannot be had nothing goes out, and the person is told', async () => {
  const build = mkdtempSync(join(tmpdir(), 'sluice-no-engine-'));
  cpSync(chromeBuild, build, { recursive: true });
  rmSync(join(build, 'content-scripts', 'engine.js'));
  const standin = await startStandin({ telemetry: false });
  const browser = await launchGuarded(standin, { build });
  const page = await browser.context.newPage();
  await openChat(page);
  const [key, mark] = [cloudKey(), plainMark()];
  standin.ledger.clear();
  await typePrompt(page, `hello ${mark} ${key}`);
  await pressEnter(page);
  await expect.poll(() => noticeContent(page)).toContainEqual(expect.stringMatching(/could not check this message/i));
  const status = await page.evaluate(
    (body) => fetch('/backend-api/memories', { method: 'POST', body }).then((answer) => answer.status),
    JSON.stringify({ content: `remember ${mark}` }),
  );
  expect(status).toBe(400);
  expect(standin.ledger.find(mark)).toEqual([]);
  expect(standin.ledger.findFragments(key)).toEqual([]);
  await browser.close();
  await standin.close();
  rmSync(build, { recursive: true });
});

/** Of the frames with this address in the newest tab: whether the engine is there. */
function framesWithEngine(worker: Worker, url: string): Promise<readonly unknown[]> {
  return worker.evaluate(async (wanted) => {
    const tabs = await chrome.tabs.query({ url: 'https://chatgpt.com/*' });
    const tabId = Math.max(...tabs.flatMap(({ id }) => (id === undefined ? [] : [id])));
    const func = () => [location.href, Symbol.for('sluice.engine') in globalThis] as const;
    const found = await chrome.scripting.executeScript({ target: { tabId, allFrames: true }, func });
    return found.flatMap(({ result }) => (result?.[0] === wanted ? [result[1]] : []));
  }, url);
}
