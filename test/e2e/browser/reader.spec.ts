import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { endlessWorkbook, greedyWorkbook, wordOf } from '../../fixtures/office.ts';
import { attachFile, expectAttached, openChat, pressEnter, typePrompt } from '../../standin/drive.ts';
import { startStandin } from '../../standin/server.ts';
import type { Standin } from '../../standin/server.ts';
import { cloudKey } from '../canary.ts';
import { expectNoDialog, noticeContent, waitForDialog } from '../dialog.ts';
import { chromeBuild, launchGuarded } from '../extension.ts';
import type { GuardedBrowser } from '../extension.ts';
import { test } from './guarded.ts';

/** Where documents are read: what a hostile one can do to it, and cannot do to anything else. */

async function expectUnreadable(page: Page, standin: Standin): Promise<void> {
  expect((await waitForDialog(page, 60_000)).join('\n')).toMatch(/cannot look into this file/i);
  await page.keyboard.press('Escape');
  await expectNoDialog(page);
  expect(standin.ledger.to('/backend-api/files')).toEqual([]);
}

/** A browser whose extension broke down would load no guard into a new tab. */
async function expectGuarded({ context }: GuardedBrowser, standin: Standin): Promise<void> {
  const key = cloudKey();
  const other = await context.newPage();
  await openChat(other);
  await typePrompt(other, `use ${key} now`);
  await pressEnter(other);
  await waitForDialog(other);
  expect(standin.ledger.find(key)).toEqual([]);
  await other.close();
}

test('a document that takes for ever is asked about when its time is over, and holds no other up', async ({
  page,
  standin,
}) => {
  await attachFile(page, 'endless.xlsx', endlessWorkbook());
  await expectUnreadable(page, standin);
  await attachFile(page, 'minutes.docx', wordOf('we met and had cake'));
  await expectAttached(page);
});

test('a workbook that would take all memory is asked about, and what is sent from a new tab is still checked', async ({
  page,
  guarded,
  standin,
}) => {
  await attachFile(page, 'bomb.xlsx', greedyWorkbook());
  await expectUnreadable(page, standin);
  await expectGuarded(guarded, standin);
});

interface Stubbed {
  readonly page: Page;
  readonly standin: Standin;
  readonly guarded: GuardedBrowser;
}

/**
 * Attaches a harmless document in a browser in which `script` stands in the place of what reads documents: code that one of them took
 * over. Without a script its page is not there.
 */
async function withReader(script: string | undefined, see: (stubbed: Stubbed) => Promise<void>): Promise<void> {
  const build = mkdtempSync(join(tmpdir(), 'sluice-reader-'));
  cpSync(chromeBuild, build, { recursive: true });
  rmSync(join(build, 'document.html'));
  if (script !== undefined) {
    writeFileSync(join(build, 'document.html'), '<!doctype html><script src="stub.js"></script>');
    writeFileSync(join(build, 'stub.js'), `parent.postMessage({ isReady: true }, '*');\n${script}`);
  }
  const standin = await startStandin({ telemetry: false });
  // So little memory that who wants all of it has it soon.
  const guarded = await launchGuarded(standin, { build, switches: ['--js-flags=--max-old-space-size=200'] });
  try {
    const page = await guarded.context.newPage();
    await openChat(page);
    await attachFile(page, 'minutes.docx', wordOf('we met and had cake'));
    await see({ page, standin, guarded });
  } finally {
    await guarded.close();
    await standin.close();
    rmSync(build, { recursive: true });
  }
}

test('where the page that reads documents cannot be had, the person is told, and nothing is attached', () =>
  withReader(undefined, async ({ page, standin }) => {
    await expect
      .poll(async () => (await noticeContent(page)).join('\n'), { timeout: 30_000 })
      .toMatch(/could not check this file/i);
    expect(standin.ledger.to('/backend-api/files')).toEqual([]);
  }));

test('a document that takes all memory of its reader takes nothing of the extension', () =>
  withReader(
    `addEventListener('message', ({ data }) => {
      const kept = [];
      while ('changes' in data) kept.push(Array.from({ length: 1e5 }, (_, at) => ({ at })));
    });`,
    async ({ page, standin, guarded }) => {
      await expectUnreadable(page, standin);
      await expectGuarded(guarded, standin);
    },
  ));

test('what reads documents has no origin, no network, and nothing of the extension', () =>
  withReader(
    `addEventListener('message', async ({ data }) => {
      if (!('changes' in data)) return;
      const call = await fetch('https://chatgpt.com/reader-call', { method: 'POST', mode: 'no-cors', body: 'x' }).then(() => 'went', () => 'refused');
      new Image().src = 'https://chatgpt.com/reader-image';
      const has = [origin, typeof globalThis.chrome?.runtime?.sendMessage, typeof globalThis.chrome?.storage, call].join();
      const text = has === 'null,undefined,undefined,refused' ? 'harmless words' : 'TLP:RED ' + has;
      parent.postMessage({ made: { ok: true, text: [text], copy: [], partly: false } }, '*');
    });`,
    async ({ page, standin }) => {
      await expectAttached(page);
      expect(standin.ledger.find('/reader-')).toEqual([]);
    },
  ));

test('what reads documents cannot carry them away in an address', () =>
  withReader(
    "addEventListener('message', () => { location.href = 'https://chatgpt.com/?q=taken'; });",
    async ({ page, standin }) => {
      await expectUnreadable(page, standin);
      expect(standin.ledger.find('q=taken')).toEqual([]);
    },
  ));

test('a reader that says more than it has to is taken for broken', () =>
  withReader(
    "addEventListener('message', () => { for (let said = 0; said < 50; said += 1) parent.postMessage({ said }, '*'); });",
    async ({ page, standin }) => {
      await expect.poll(async () => (await noticeContent(page)).join('\n')).toMatch(/could not check this file/i);
      expect(standin.ledger.to('/backend-api/files')).toEqual([]);
    },
  ));
