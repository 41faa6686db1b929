import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { buildHarness, openView } from './harness-page.ts';

// The dialog as the extension shows it: in a closed root, on a page that has fields and handlers of its own.

let outDir = '';

test.beforeAll(async () => {
  outDir = await mkdtemp(path.join(tmpdir(), 'sluice-host-'));
  await buildHarness(outDir);
});

test.beforeEach(async ({ page }) => {
  await openView(page, outDir, 'host');
  await page.evaluate(`
    window.field = document.createElement('textarea');
    document.body.append(field);
    window.seen = [];
    for (const name of ['keydown', 'keyup', 'click', 'pointerdown', 'focusin', 'input', 'change']) {
      document.addEventListener(name, (event) => seen.push(name));
    }
    document.addEventListener('keydown', () => seen.push('captured'), true);
    field.focus();
    window.open2 = (name, signal) => {
      window.answer = undefined;
      window.seen.length = 0;
      harness.openDialog(harness.dialogSamples[name], signal).then((answer) => { window.answer = answer; });
    };
  `);
});

const quiet = 300;

async function open(page: Page, name: string): Promise<void> {
  await page.evaluate(`open2(${JSON.stringify(name)})`);
  await page.waitForTimeout(quiet);
}

function answer(page: Page): Promise<unknown> {
  return page.evaluate('window.answer');
}

function hostCount(page: Page): Promise<unknown> {
  return page.evaluate('document.documentElement.querySelectorAll(":scope > div").length');
}

test('Enter answers with the first choice, the page sees no key, and focus returns', async ({ page }) => {
  await open(page, 'warn');
  await page.keyboard.press('Enter');
  expect(await answer(page)).toEqual({ choice: 'replace' });
  expect(await page.evaluate('document.activeElement.localName')).toBe('textarea');
  expect(await hostCount(page)).toBe(0);
  expect(await page.evaluate('seen.filter((name) => name !== "focusin")')).toEqual([]);
});

test('the Enter that opened it does not answer, however long it is held', async ({ page }) => {
  await page.evaluate(`
    document.querySelector('textarea').addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.repeat) { event.preventDefault(); open2('warn'); }
    }, { once: true });
  `);
  await page.keyboard.down('Enter');
  await page.waitForTimeout(quiet);
  for (let turn = 0; turn < 3; turn += 1) await page.keyboard.down('Enter'); // repeats
  expect(await answer(page)).toBeUndefined();
  await page.keyboard.up('Enter');
  expect(await answer(page)).toBeUndefined();
  await page.keyboard.press('Enter');
  expect(await answer(page)).toEqual({ choice: 'replace' });
});

test('the page sees no repeat of the key that answered', async ({ page }) => {
  await open(page, 'warn');
  await page.keyboard.down('Enter');
  await page.waitForTimeout(50);
  expect(await answer(page)).toEqual({ choice: 'replace' });
  await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  expect(await page.evaluate('[field.value, seen.filter((name) => name !== "focusin")]')).toEqual(['', []]);
  await page.keyboard.press('Enter');
  expect(await page.evaluate('field.value')).toBe('\n');
});

test('a key that follows at once does not answer', async ({ page }) => {
  await page.evaluate('open2("warn")');
  await page.keyboard.press('Space');
  await page.waitForTimeout(50);
  expect(await answer(page)).toBeUndefined();
});

test('Escape is edit', async ({ page }) => {
  await open(page, 'redact');
  await page.keyboard.press('Escape');
  expect(await answer(page)).toEqual({ choice: 'edit' });
});

test('Tab goes round inside, both ways', async ({ page }) => {
  await open(page, 'warn');
  await page.keyboard.press('Shift+Tab'); // the text
  await page.keyboard.press('Shift+Tab'); // the toggle
  await page.keyboard.press('Shift+Tab'); // round to the last button
  await page.keyboard.press('Enter');
  expect(await answer(page)).toEqual({ choice: 'send-anyway' });
  await open(page, 'warn');
  for (let turn = 0; turn < 5; turn += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await answer(page)).toEqual({ choice: 'replace' });
});

test('a page that removes, hides or covers it does not get rid of it', async ({ page }) => {
  await open(page, 'redact');
  await page.evaluate(`
    const host = document.documentElement.lastElementChild;
    host.remove();
    const style = document.createElement('style');
    style.textContent = 'html > div { display: none !important; visibility: hidden !important; opacity: 0 !important }';
    document.head.append(style);
  `);
  await page.waitForTimeout(50);
  expect(await hostCount(page)).toBe(1);
  await page.evaluate(`
    const host = document.documentElement.lastElementChild;
    host.setAttribute('inert', '');
    host.setAttribute('hidden', '');
    host.style.setProperty('display', 'none', 'important');
    const modal = document.createElement('dialog');
    modal.append(document.createElement('button'));
    document.body.append(modal);
    modal.showModal();
  `);
  await page.waitForTimeout(700);
  expect(await page.evaluate('document.documentElement.lastElementChild.getAttributeNames()')).toEqual([]);
  expect(await page.evaluate('getComputedStyle(document.documentElement.lastElementChild).display')).toBe('block');
  expect(await answer(page)).toBeUndefined();
  await page.keyboard.press('Enter');
  expect(await answer(page)).toEqual({ choice: 'replace' });
});

test('focus returns although the page has taken the dialog away meanwhile', async ({ page }) => {
  await open(page, 'redact');
  await page.evaluate('document.documentElement.lastElementChild.remove(); document.activeElement.blur();');
  await page.waitForTimeout(50);
  await page.keyboard.press('Enter');
  expect(await answer(page)).toEqual({ choice: 'replace' });
  expect(await page.evaluate('document.activeElement.localName')).toBe('textarea');
});

test('a page that never lets it be is answered with edit', async ({ page }) => {
  await open(page, 'redact');
  await page.evaluate(`
    new MutationObserver(() => {
      const last = document.documentElement.lastElementChild;
      if (last !== document.body) last.remove();
    }).observe(document.documentElement, { childList: true });
    document.documentElement.lastElementChild.remove();
  `);
  await page.waitForTimeout(100);
  expect(await answer(page)).toEqual({ choice: 'edit' });
  expect(await hostCount(page)).toBe(0);
});

/** The middle of a button in the closed root, found by the browser's accessibility tree. */
async function middleOf(page: Page, name: string): Promise<readonly [number, number]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const node = nodes.find(({ role, name: said }) => role?.value === 'button' && said?.value === name);
  const { model } = await session.send('DOM.getBoxModel', { backendNodeId: node?.backendDOMNodeId ?? 0 });
  const [left = 0, top = 0] = model.border;
  return [left + model.width / 2, top + model.height / 2];
}

test('the mouse works, and the page sees nothing of it', async ({ page }) => {
  await open(page, 'warn');
  const middle = await middleOf(page, 'Send anyway');
  await page.mouse.click(...middle);
  expect(await answer(page)).toEqual({ choice: 'send-anyway' });
  expect(await page.evaluate('seen.filter((name) => name !== "focusin")')).toEqual([]);
});

test('the second click of a double click does not answer', async ({ page }) => {
  await open(page, 'warn');
  const middle = await middleOf(page, 'Send anyway');
  await page.keyboard.press('Escape');
  await page.evaluate('open2("warn")');
  await page.mouse.click(...middle);
  expect(await answer(page)).toBeUndefined();
});

test('a page cannot look inside or press anything', async ({ page }) => {
  await open(page, 'redact');
  const seen = await page.evaluate(`(() => {
    const host = document.documentElement.lastElementChild;
    host.click();
    for (const key of ['Enter', 'Escape']) {
      host.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
    }
    return [host.shadowRoot, host.textContent, document.documentElement.innerText.includes('private data')];
  })()`);
  expect(seen).toEqual([null, '', false]);
  expect(await answer(page)).toBeUndefined();
});

test('an aborted signal, or a page that hides everything, is edit', async ({ page }) => {
  await page.evaluate('window.stop = new AbortController(); open2("redact", stop.signal)');
  await page.evaluate('stop.abort()');
  expect(await answer(page)).toEqual({ choice: 'edit' });
  await open(page, 'redact');
  await page.evaluate('document.documentElement.style.display = "none"');
  await page.waitForTimeout(700);
  expect(await answer(page)).toEqual({ choice: 'edit' });
});

test('the second dialog waits for the first', async ({ page }) => {
  await page.evaluate(`
    window.answers = [];
    for (const name of ['warn', 'block']) {
      harness.openDialog(harness.dialogSamples[name]).then(({ choice }) => answers.push(choice));
    }
    undefined;
  `);
  await page.waitForTimeout(quiet);
  expect(await hostCount(page)).toBe(1);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(quiet);
  expect(await page.evaluate('answers')).toEqual(['replace']);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(50);
  expect(await page.evaluate('answers')).toEqual(['replace', 'edit']);
});

test('a notice goes by itself, leaves focus alone, and its action works once', async ({ page }) => {
  await page.evaluate(`
    window.undone = 0;
    harness.showNotice({ text: 'Replaced 2 values.', actionLabel: 'Undo', timeoutMs: 400, onAction: () => { undone += 1; } });
  `);
  expect(await page.evaluate('document.activeElement.localName')).toBe('textarea');
  expect(await hostCount(page)).toBe(1);
  await page.waitForTimeout(700);
  expect(await hostCount(page)).toBe(0);
  await page.evaluate(
    `harness.showNotice({ text: 'Replaced 2 values.', actionLabel: 'Undo', onAction: () => { undone += 1; } })`,
  );
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate('undone')).toBe(1);
  expect(await hostCount(page)).toBe(0);
});
