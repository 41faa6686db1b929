import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** In this order: the front ends A, B and C. */
const editorSelector = [
  '#prompt-textarea[contenteditable="true"]',
  'form:not([data-composer-placement="edit"]) [data-composer-markdown]:visible',
  'textarea[data-mobile-composer-prompt]',
  '#message-field', // A after its change
].join(', ');
const sendSelector = [
  '[data-testid="send-button"]',
  'form:not([data-composer-placement="edit"]) > [data-composer-footer] button[aria-label="Send"]:visible',
  'button[data-composer-submit]',
  '#message-submit',
].join(', ');
const userSelector = '[data-turn="user"], [data-chatgpt-search-unit-key$=":user"], [data-message-role="user"]';
const answerSelector = [
  '[data-turn="assistant"] [data-message-author-role="assistant"]',
  '[data-markdown-text-style="assistant-message"]',
  '[data-message-role="assistant"] .message',
].join(', ');

/** Opens a chat page and waits until its live editor is there. */
export async function openChat(page: Page, path = '/'): Promise<void> {
  await page.goto(`https://chatgpt.com${path}`);
  await page.locator('html[data-hydrated]').waitFor();
  await page.locator(editorSelector).waitFor();
}

/** The composer's live editor. */
export const composer = (page: Page): Locator => page.locator(editorSelector);

/** Types key by key, as a person does; a line break is Shift+Enter. */
export async function typePrompt(page: Page, text: string): Promise<void> {
  await composer(page).click();
  for (const [at, line] of text.split('\n').entries()) {
    if (at > 0) await page.keyboard.press('Shift+Enter');
    await page.keyboard.type(line, { delay: 1 });
  }
}

/** Takes all text out of the composer by keyboard. */
export async function clearPrompt(page: Page): Promise<void> {
  await composer(page).click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('Delete');
}

export const pressSend = (page: Page): Promise<void> => page.locator(sendSelector).click();

export async function pressEnter(page: Page): Promise<void> {
  await composer(page).focus();
  await page.keyboard.press('Enter');
}

/** What the composer holds, one line per paragraph. */
export async function composerText(page: Page): Promise<string> {
  if ((await composer(page).evaluate(({ nodeName }) => nodeName)) === 'TEXTAREA') return composer(page).inputValue();
  const lines = await composer(page).locator('p').allTextContents();
  return lines.join('\n');
}

const answers = (page: Page): Locator => page.locator(answerSelector);

/** The text of the last answer as it is now; it may still be running. Empty when there is none. */
export async function lastAnswer(page: Page): Promise<string> {
  const all = await answers(page).allTextContents();
  return all.at(-1) ?? '';
}

/** Waits until no answer runs and the last one holds the text. */
export async function expectAnswer(page: Page, text: string): Promise<void> {
  await expect(answers(page).last()).toContainText(text, { timeout: 30_000 });
  await expect(page.locator('#thread[data-stream-active]')).toHaveCount(0, { timeout: 30_000 });
}

/** Waits for the page's own error and returns its words. */
export async function pageError(page: Page): Promise<string> {
  return page.locator('[data-testid="error-message"]').last().innerText();
}

/** Replaces the text of the user's message number `n`, counted from 0, and sends it. */
export async function editMessage(page: Page, n: number, text: string): Promise<void> {
  const turn = page.locator(userSelector).nth(n);
  await turn.getByRole('button', { name: 'Edit message' }).click();
  await turn.locator('textarea, [data-composer-markdown]').fill(text);
  await turn.getByRole('button', { name: 'Send' }).click();
}

/** Asks for another answer to the last prompt. */
export async function regenerate(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Regenerate' }).last().click();
}

/** Chooses a file in the composer's own input. The upload starts at once. */
export async function attachFile(page: Page, name: string, bytes: Buffer | string): Promise<void> {
  const mimeType = /\.(txt|md|csv|log|env)$/.test(name) ? 'text/plain' : 'application/octet-stream';
  const buffer = Buffer.from(bytes);
  await page
    .locator('#thread-bottom-container input[type="file"]:not([accept])')
    .setInputFiles({ name, mimeType, buffer });
}

/** Waits until the composer shows so many uploaded attachments. */
export async function expectAttached(page: Page, count = 1): Promise<void> {
  await expect(page.locator('form .card[data-status="ready"]:visible')).toHaveCount(count);
}

/** Puts text on the clipboard from another tab, so that nothing of it touches the page before the paste. */
export async function copyText(page: Page, text: string): Promise<void> {
  const other = await page.context().newPage();
  await other.setContent('<textarea></textarea>');
  await other.locator('textarea').evaluate((area: HTMLTextAreaElement, value) => (area.value = value), text);
  await other.locator('textarea').press('ControlOrMeta+A');
  await other.locator('textarea').press('ControlOrMeta+C');
  await other.close();
  await page.bringToFront();
}

/** Pastes from the real clipboard with the real key, so the event is trusted. */
export async function pasteText(page: Page, text: string): Promise<void> {
  await copyText(page, text);
  await composer(page).focus();
  await page.keyboard.press('ControlOrMeta+V');
}

/** Opens the custom instructions, writes one of them and saves. */
export async function saveInstructions(page: Page, text: string): Promise<void> {
  await page.locator('[data-testid="accounts-profile-button"]').click();
  const dialog = page.getByRole('dialog', { name: 'Personalization' });
  await dialog.locator('form[data-loaded]').waitFor();
  await dialog.locator('textarea[name="about_user_message"]').fill(text);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByRole('status').filter({ hasText: /\S/ }).waitFor();
  await dialog.getByRole('button', { name: 'Close' }).click();
}

/** Gives the open chat another title. */
export async function renameChat(page: Page, title: string): Promise<void> {
  await page.locator('[data-testid="conversation-options-button"]').click();
  const input = page.getByLabel('Chat title');
  await input.fill(title);
  await input.press('Enter');
  await input.waitFor({ state: 'detached' });
}

/** The editor of the document beside the chat. */
export const documentEditor = (page: Page): Locator =>
  page.locator('[data-writing-block]').getByRole('textbox', { name: 'Document', exact: true });

/** What the page says about the document: saved, or why not. */
export const documentStatus = (page: Page): Locator => page.locator('[data-writing-block]').getByRole('status');

/** Types at the end of the document. The page saves it once the keys rest. */
export async function writeInDocument(page: Page, text: string): Promise<void> {
  await documentEditor(page).click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(text, { delay: 1 });
}

/** Gives the document beside the chat another title. */
export async function renameDocument(page: Page, title: string): Promise<void> {
  const input = page.getByLabel('Document title');
  await input.fill(title);
  await input.press('Enter');
}

/** Opens the builder of GPTs. */
export async function openBuilder(page: Page): Promise<void> {
  await openChat(page, '/gpts/editor');
  await builder(page).waitFor();
}

export const builder = (page: Page): Locator => page.getByRole('region', { name: 'GPT builder' });

/** What the page says about the GPT: saved or published, or why not. */
export const builderStatus = (page: Page): Locator => builder(page).getByRole('status');

/** Fills in one field of the builder by its label. The page saves a draft once the keys rest. */
export async function writeInBuilder(page: Page, label: string, text: string): Promise<void> {
  await builder(page).getByLabel(label).fill(text);
}

/** Chooses a file for a GPT to know. The upload starts at once. */
export async function addKnowledge(page: Page, name: string, text: string): Promise<void> {
  const file = { name, mimeType: 'text/plain', buffer: Buffer.from(text) };
  await builder(page).locator('input[data-knowledge]').setInputFiles(file);
}

export const publishGpt = (page: Page): Promise<void> => builder(page).getByRole('button', { name: 'Publish' }).click();

const dictateButton = (page: Page): Locator =>
  page.locator('button:is([aria-label="Dictate button"], [aria-label="Dictate"], [data-start-dictation]):visible');

/** Speaks for a moment and has it transcribed. The words come into the composer. */
export async function dictate(page: Page): Promise<void> {
  await dictateButton(page).click();
  await expect(dictateButton(page)).toHaveAttribute('data-dictation', 'recording');
  await dictateButton(page).click();
}

/** Opens the service's end of voice conversations, in a tab behind the others. */
export async function openVoiceEnd(page: Page): Promise<Page> {
  const end = await page.context().newPage();
  await end.goto('https://voice-end.example.test/');
  await end.locator('html[data-ready]').waitFor({ state: 'attached' });
  await page.bringToFront();
  return end;
}

export const voiceMode = (page: Page): Locator => page.getByRole('region', { name: 'Voice mode' });

export const startVoice = (page: Page): Promise<void> => page.getByRole('button', { name: 'Start voice mode' }).click();

/** Types words into a voice conversation. */
export async function sayInVoice(page: Page, text: string): Promise<void> {
  await voiceMode(page).getByLabel('Message').fill(text);
  await voiceMode(page).getByRole('button', { name: 'Say' }).click();
}
