import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { unzipSync, zipSync } from 'fflate';
import { attachFile, expectAnswer, expectAttached, pressEnter, typePrompt } from '../../standin/drive.ts';
import { jpegOf } from '../../fixtures/jpeg.ts';
import { endlessWorkbook, wordOf } from '../../fixtures/office.ts';
import { pdfOf } from '../../fixtures/pdf.ts';
import { cloudKey } from '../canary.ts';
import {
  choose,
  dialogContent,
  dialogRows,
  expectNoDialog,
  noticeContent,
  pressInNotice,
  waitForDialog,
} from '../dialog.ts';
import { test } from './guarded.ts';

/** Files are checked before the page sees them. */

/** The line of a file with `mark` in its copy stands beside that copy, and does not say what is hidden. */
async function expectSideBySide(page: Page, mark: string, hidden: string): Promise<void> {
  const content = (await dialogContent(page)).join('\n');
  expect(content).toContain('columnheader: Your file\n');
  expect(content).toContain('columnheader: The copy that would be attached\n');
  expect(content).not.toContain(hidden);
  const row = (await dialogRows(page)).find((cells) => cells[1]?.text.includes(mark));
  const [before, after] = row ?? [];
  expect(before?.text).toContain('hidden here');
  expect(after?.top).toBe(before?.top);
  expect(after?.left).toBeCloseTo(before?.right ?? 0, 0);
}

test('a text file with a key is attached as its redacted copy', async ({ page, standin }) => {
  const key = cloudKey();
  await attachFile(page, 'notes.txt', `line one\nkey ${key}\n`);
  const content = (await waitForDialog(page)).join('\n');
  expect(content).toContain('notes.txt');
  await choose(page, /replace and attach/i);
  await expectAttached(page);
  expect(standin.ledger.find('[aws-access-key-id-1]').some(({ host }) => host.endsWith('oaiusercontent.com'))).toBe(
    true,
  );
  expect(standin.ledger.findFragments(key)).toEqual([]);
});

test('a table keeps its form: addresses of nobody stand in the place of real ones', async ({ page, standin }) => {
  const people = ['amara.oye', 'jonas.hub', 'mira.pat', 'piotr.nov'].map((name) => `${name}@brauerei-sonne.at`);
  await attachFile(page, 'people.csv', `id,mail\n${people.map((mail, row) => `${String(row)},${mail}`).join('\n')}\n`);
  await waitForDialog(page);
  await expectSideBySide(page, 'user4@example.com', people[3]!);
  await choose(page, /replace and attach/i);
  await expectAttached(page);
  expect(standin.ledger.find('0,user1@example.com').length).toBeGreaterThan(0);
  for (const mail of people) expect(standin.ledger.find(mail)).toEqual([]);
});

test('a key that is said in two files, or in a file and its message, is caught with its second part', async ({
  page,
  standin,
}) => {
  const [first, second] = [cloudKey(), cloudKey()];
  await attachFile(page, 'one.txt', `the key begins with ${first.slice(0, 10)}`);
  await expectAttached(page);
  await attachFile(page, 'two.txt', `${first.slice(10)} is how it ends, the next begins with ${second.slice(0, 10)}`);
  await waitForDialog(page);
  await choose(page, /replace and attach/i);
  await expectAttached(page, 2);
  expect(standin.ledger.find(first.slice(10))).toEqual([]);
  await typePrompt(page, `${second.slice(10)} is the rest`);
  await pressEnter(page);
  await waitForDialog(page);
  await choose(page, /replace and send/i);
  await expectAnswer(page, 'is the rest');
  expect(standin.ledger.find(second.slice(10))).toEqual([]);
});

test('a document without anything private is attached, with nobody asked', async ({ page, standin }) => {
  await attachFile(page, 'minutes.docx', wordOf('we met and had cake'));
  await expectAttached(page);
  expect(standin.ledger.records.filter(({ host }) => host.endsWith('oaiusercontent.com')).length).toBeGreaterThan(0);
  expect(await dialogContent(page)).toEqual([]);
});

test('a key in a document is replaced in a copy of it', async ({ page, standin }) => {
  const key = cloudKey();
  const [start, end] = [key.slice(0, 9), key.slice(9)];
  await attachFile(page, 'plan.docx', wordOf(`use ${start}</w:t></w:r><w:r><w:t>${end} for it`));
  expect((await waitForDialog(page)).join('\n')).toMatch(/AWS/);
  await expectSideBySide(page, '[aws-access-key-id-1]', key);
  await choose(page, /replace and attach/i);
  await expectAttached(page);
  const [upload] = standin.ledger.records.filter(
    ({ host, method }) => host.endsWith('oaiusercontent.com') && method === 'PUT',
  );
  const document = new TextDecoder().decode(unzipSync(new Uint8Array(upload!.body))['word/document.xml']);
  expect(document).toContain('use [aws-access-key-id-1]</w:t></w:r><w:r><w:t> for it');
});

test('the text of a PDF is read: one without anything private is attached, one with a key is kept back', async ({
  page,
  standin,
}) => {
  await attachFile(page, 'minutes.pdf', Buffer.from(pdfOf('we met', 'and had cake')));
  await expectAttached(page);
  expect(await dialogContent(page)).toEqual([]);
  standin.ledger.clear();
  const key = cloudKey();
  await attachFile(page, 'plan.pdf', Buffer.from(pdfOf('nothing here', `use ${key} for it`)));
  const content = (await waitForDialog(page)).join('\n');
  expect(content).toMatch(/AWS/);
  expect(content).not.toMatch(/replace and attach|attach anyway/i);
  await page.keyboard.press('Escape');
  expect(standin.ledger.to('/backend-api/files')).toEqual([]);
});

test('a key beyond the edge of a page of a PDF is found', async ({ page, standin }) => {
  const key = cloudKey();
  await attachFile(page, 'log.pdf', Buffer.from(pdfOf(`${'a long line '.repeat(20)}${key} ends it`)));
  expect((await waitForDialog(page)).join('\n')).toMatch(/AWS/);
  await page.keyboard.press('Escape');
  expect(standin.ledger.to('/backend-api/files')).toEqual([]);
});

test('a PDF that is a picture is asked about', async ({ page }) => {
  await attachFile(page, 'scan.pdf', Buffer.from(pdfOf(undefined)));
  expect((await waitForDialog(page)).join('\n')).toMatch(/cannot look into this file/i);
});

test('the caption of a picture is read: a key in it is found, and the picture stays', async ({ page, standin }) => {
  const key = cloudKey();
  await attachFile(page, 'harbour.jpg', Buffer.from(jpegOf(`the plan, key ${key}`)));
  expect((await waitForDialog(page)).join('\n')).toMatch(/AWS access key/);
  await page.keyboard.press('Escape');
  expect(standin.ledger.to('/backend-api/files')).toEqual([]);
  await attachFile(page, 'harbour.jpg', Buffer.from(jpegOf('the harbour in the morning')));
  expect((await waitForDialog(page)).join('\n')).not.toMatch(/AWS access key/); // its pixels are asked about
  await choose(page, /attach anyway/i);
  await expectAttached(page);
  expect(standin.ledger.findFragments(key)).toEqual([]);
});

test('a key in an archive of documents keeps it back', async ({ page, standin }) => {
  const key = cloudKey();
  await attachFile(
    page,
    'all.zip',
    Buffer.from(zipSync({ 'a/plan.docx': new Uint8Array(wordOf(`use ${key} for it`)) })),
  );
  expect((await waitForDialog(page)).join('\n')).not.toMatch(/replace and attach|attach anyway/i);
  await page.keyboard.press('Escape');
  expect(standin.ledger.to('/backend-api/files')).toEqual([]);
});

test('a person who waits for a document is told so, and may stop: the next one waits for nothing', async ({
  page,
  standin,
}) => {
  await attachFile(page, 'endless.xlsx', endlessWorkbook());
  await expect.poll(async () => (await noticeContent(page)).join('\n')).toMatch(/reading this file/i);
  await pressInNotice(page, 'Stop');
  await expect.poll(() => noticeContent(page)).toEqual([]);
  await attachFile(page, 'minutes.docx', wordOf('we met and had cake'));
  await expectAttached(page);
  expect(standin.ledger.findFragments('endless.xlsx')).toEqual([]);
});

test('a document that is pasted arrives, although the page drew its editor anew meanwhile', async ({ page }) => {
  await page.evaluate(
    (bytes) => {
      const target = document.querySelector('#prompt-textarea p')!;
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([Uint8Array.from(bytes)], 'minutes.docx'));
      target.dispatchEvent(
        new ClipboardEvent('paste', { bubbles: true, cancelable: true, composed: true, clipboardData }),
      );
      target.replaceWith(target.cloneNode(true));
    },
    [...wordOf('we met and had cake')],
  );
  await expectAttached(page);
});

test('a document by the name of a table says in its copy what the dialog showed', async ({ page, standin }) => {
  const people = ['amara.oye', 'jonas.hub', 'mira.pat', 'piotr.nov'].map((name) => `${name}@brauerei-sonne.at`);
  await attachFile(page, 'people.csv', wordOf(people.join(' ')));
  await waitForDialog(page);
  await expectSideBySide(page, '[email-', people[3]!);
  await choose(page, /replace and attach/i);
  await expectAttached(page);
  const [upload] = standin.ledger.records.filter(
    ({ host, method }) => host.endsWith('oaiusercontent.com') && method === 'PUT',
  );
  const document = new TextDecoder().decode(unzipSync(new Uint8Array(upload!.body))['word/document.xml']);
  expect(document).toContain('[email-');
});

test('bytes that cannot be read are asked about, and attached when a person says so', async ({ page, standin }) => {
  const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0xff, 0xfe, 0, 9]);
  await attachFile(page, 'picture.png', bytes);
  await waitForDialog(page);
  await choose(page, /do not attach/i);
  await expectNoDialog(page);
  expect(standin.ledger.to('/backend-api/files').length).toBe(0);
  await attachFile(page, 'picture.png', bytes);
  await waitForDialog(page);
  await choose(page, /attach anyway/i);
  await expectAttached(page);
});

test('what was allowed in a file is still asked about in a prompt', async ({ page, standin }) => {
  const words = 'TLP:RED the plan for the harbour';
  await attachFile(page, 'plan.txt', words);
  await waitForDialog(page);
  await choose(page, /attach anyway/i);
  await expectAttached(page);
  expect(standin.ledger.find('TLP:RED').length).toBeGreaterThan(0);
  standin.ledger.clear();
  await typePrompt(page, words);
  await pressEnter(page);
  await waitForDialog(page);
  expect(standin.ledger.find('TLP:RED')).toEqual([]);
});

test('one allowed file lets no other file of the same size pass', async ({ page, standin }) => {
  const bytes = (last: number) => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff, 0xfe, last]);
  await attachFile(page, 'one.png', bytes(1));
  await waitForDialog(page);
  await choose(page, /attach anyway/i);
  await expectAttached(page);
  standin.ledger.clear();
  const upload = page.evaluate(
    (other) =>
      fetch('https://files.oaiusercontent.com/files/other/raw', { method: 'PUT', body: new Uint8Array(other) }).then(
        ({ status }) => status,
      ),
    [...bytes(2)],
  );
  await waitForDialog(page);
  await page.keyboard.press('Escape');
  expect(await upload).toBe(400);
  expect(standin.ledger.to('/files/other/raw')).toEqual([]);
});
