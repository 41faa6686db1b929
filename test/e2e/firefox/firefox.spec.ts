import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { startStandin } from '../../standin/server.ts';
import type { Standin } from '../../standin/server.ts';
import { wordOf } from '../../fixtures/office.ts';
import { pdfOf } from '../../fixtures/pdf.ts';
import { cloudKey, plainMark } from '../canary.ts';
import { launchFirefox } from './launch.ts';
import type { FirefoxBrowser } from './launch.ts';

/** The same main job in a real Firefox, where the network gate may always block. */
test.describe.configure({ mode: 'serial' });

const prompt = '/backend-api/f/conversation';
const ask = (text: string) => JSON.stringify({ action: 'next', messages: [{ content: { parts: [text] } }] });

let standin: Standin;
test.beforeAll(async () => {
  standin = await startStandin();
});
test.afterAll(() => standin.close());
test.beforeEach(() => standin.ledger.clear());

/** A file has reached the store of files. */
async function expectUploaded() {
  const isUpload = ({ host, method }: { readonly host: string; readonly method: string }) =>
    host.endsWith('oaiusercontent.com') && method === 'PUT';
  await expect.poll(() => standin.ledger.records.some(isUpload), { timeout: 15_000 }).toBe(true);
}

async function typeAndEnter(page: Page, text: string): Promise<void> {
  await page.click('#prompt-textarea');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Where no page gate stands. */
function postFromWorker(page: Page, body: string): Promise<void> {
  return page.evaluate(
    async (path, text) => {
      const code = `fetch('https://chatgpt.com${path}', { method: 'POST', headers: { 'content-type': 'application/json' }, body: data }).finally(() => postMessage('over')).catch(() => undefined)`;
      const source = `onmessage = ({ data }) => ${code}`; // the words come later: in its source they would meet the page gate
      const worker = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
      worker.postMessage(text);
      await new Promise((over) => worker.addEventListener('message', over));
      worker.terminate();
    },
    prompt,
    body,
  );
}

function callByScript(page: Page, key: string): Promise<void> {
  return page.evaluate(
    (path, body) => {
      void fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      navigator.sendBeacon(path, body);
      const call = new XMLHttpRequest();
      call.open('POST', path);
      call.send(body);
    },
    prompt,
    ask(key),
  );
}

function submitForm(page: Page, key: string): Promise<void> {
  return page.evaluate((value) => {
    const form = document.createElement('form');
    form.action = '/c/new';
    const field = document.createElement('input');
    field.name = 'note';
    field.value = value;
    form.append(field);
    document.body.append(form);
    form.requestSubmit();
  }, key);
}

test('without the extension all of it leaves', async () => {
  const firefox = await launchFirefox(standin, { bare: true });
  const page = await firefox.openChat();
  const [typed, posted] = [cloudKey(), cloudKey()];
  await typeAndEnter(page, `explain ${typed}`);
  await expect.poll(() => standin.ledger.find(typed).map(({ path }) => path)).toContain(prompt);
  await postFromWorker(page, ask(posted));
  expect(standin.ledger.find(posted).length).toBeGreaterThan(0);
  const [scripted, sent] = [cloudKey(), cloudKey()];
  await callByScript(page, scripted);
  await expect.poll(() => standin.ledger.find(scripted).length).toBe(3);
  await submitForm(page, sent);
  await expect.poll(() => standin.ledger.find(sent).length).toBeGreaterThan(0);
  await firefox.close();
});

test.describe('with the extension', () => {
  let firefox: FirefoxBrowser;
  let page: Page;
  test.beforeAll(async () => {
    firefox = await launchFirefox(standin);
  });
  test.afterAll(() => firefox.close());
  test.beforeEach(async () => {
    page = await firefox.openChat();
    standin.ledger.clear();
  });
  test.afterEach(() => page.close());

  test('nothing leaves while a key is typed, Enter holds it, and the first button sends the mark', async () => {
    const key = cloudKey();
    await typeAndEnter(page, `explain ${key}`);
    await new Promise((done) => setTimeout(done, 1_500));
    expect(standin.ledger.findFragments(key)).toEqual([]);
    expect(standin.ledger.to(prompt)).toEqual([]);
    await page.keyboard.press('Enter'); // the first button of the dialog: replace and send
    await expect.poll(() => standin.ledger.find('[aws-access-key-id-1]').map(({ path }) => path)).toContain(prompt);
    expect(standin.ledger.findFragments(key)).toEqual([]);
  });

  test('a harmless prompt goes through', async () => {
    const mark = plainMark();
    await typeAndEnter(page, `what is ${mark}?`);
    await expect.poll(() => standin.ledger.find(mark).map(({ path }) => path)).toContain(prompt);
  });

  test('a scripted call with a key is held by the page gate', async () => {
    const key = cloudKey();
    await callByScript(page, key);
    await new Promise((done) => setTimeout(done, 1_000));
    expect(standin.ledger.findFragments(key)).toEqual([]);
  });

  test('a call of a worker with a key is cancelled by the network gate, a clean one passes', async () => {
    const [key, mark] = [cloudKey(), plainMark()];
    await postFromWorker(page, ask(mark));
    expect(standin.ledger.find(mark).length).toBe(1);
    await postFromWorker(page, ask(key));
    expect(standin.ledger.findFragments(key)).toEqual([]);
  });

  test('a form that goes to another address with a key is stopped', async () => {
    const key = cloudKey();
    await submitForm(page, key);
    await new Promise((done) => setTimeout(done, 1_000));
    expect(standin.ledger.findFragments(key)).toEqual([]);
  });

  test('packed bodies and files in forms are looked into', async () => {
    const [mark, key, other] = [plainMark(), cloudKey(), plainMark()];
    expect(await postPacked(page, mark)).toBe(true);
    expect(await postPacked(page, key)).toBe(false);
    expect(await postForm(page, other)).toBe(true);
    expect(standin.ledger.find(other).length).toBe(1);
    expect(await postForm(page, key)).toBe(false);
    expect(standin.ledger.findFragments(key)).toEqual([]);
  });

  test('the text of a PDF is read: a clean one is attached, one with a key is not', async () => {
    const mark = plainMark();
    await attach(page, [...pdfOf(`minutes of ${mark}`)]);
    await expectUploaded();
    standin.ledger.clear();
    await attach(page, [...pdfOf(`use ${cloudKey()}`)]);
    await new Promise((done) => setTimeout(done, 3_000));
    expect(standin.ledger.to('/backend-api/files')).toEqual([]);
  });

  test('a document without anything private is read and attached', async () => {
    await attach(page, [...wordOf('we had cake')]);
    await expectUploaded();
  });
});

function attach(page: Page, bytes: readonly number[]): Promise<void> {
  return page.evaluate((content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([Uint8Array.from(content)], 'minutes.pdf', { type: 'application/pdf' }));
    const input = document.querySelector<HTMLInputElement>('form input[type="file"]')!;
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, bytes);
}

/** True where the call got past the gates. Telemetry is refused without asking. */
function postPacked(page: Page, text: string): Promise<boolean> {
  return page.evaluate(async (content) => {
    const packed = await new Response(
      new Blob([JSON.stringify({ note: content })]).stream().pipeThrough(new CompressionStream('gzip')),
    ).blob();
    const headers = { 'content-encoding': 'gzip', 'content-type': 'application/json' };
    return fetch('/ces/v1/t', { method: 'POST', headers, body: packed }).then(
      ({ ok }) => ok,
      () => false,
    );
  }, text);
}

function postForm(page: Page, text: string): Promise<boolean> {
  return page.evaluate(async (content) => {
    const form = new FormData();
    form.append('note', new File([content], 'note.txt', { type: 'text/plain' }));
    const answer = fetch('/ces/v1/t', { method: 'POST', body: form }).then(
      ({ ok }) => ok,
      () => false,
    );
    return Promise.race([answer, new Promise<boolean>((done) => setTimeout(() => done(false), 4_000))]);
  }, text);
}
