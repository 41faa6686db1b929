import { expect } from '@playwright/test';
import * as drive from '../drive.ts';
import { seen, word } from './step.ts';
import type { Step } from './step.ts';

const documentIsEdited: Step = {
  name: 'a document stands beside the chat, and what is typed into it is saved',
  run: async (page, standin) => {
    standin.options.canvas = true;
    await drive.openChat(page);
    await drive.typePrompt(page, 'Write a letter');
    await drive.pressEnter(page);
    await expect(drive.documentEditor(page)).toHaveText('A draft for: Write a letter');
    await drive.writeInDocument(page, `Dear ${word('document')}`);
    await seen(standin, word('document'), '/backend-api/textdoc/*');
    await expect(drive.documentStatus(page)).toHaveText('Saved');
    await drive.renameDocument(page, word('heading'));
    await seen(standin, word('heading'), '/backend-api/textdoc/*/rename');
    await drive.expectAnswer(page, 'You said: Write a letter');
    standin.options.canvas = false;
  },
};

const documentIsKept: Step = {
  name: 'after a reload the document is there as it was left',
  run: async (page, standin) => {
    await page.reload();
    await expect(drive.documentEditor(page)).toContainText(`Dear ${word('document')}`);
    await expect(page.getByLabel('Document title')).toHaveValue(word('heading'));
    standin.ledger.clear();
    await drive.writeInDocument(page, ', and so on');
    await seen(standin, 'and so on', '/backend-api/textdoc/*');
    await expect(drive.documentStatus(page)).toHaveText('Saved');
    await page.getByRole('button', { name: 'Close document' }).click();
    await expect(drive.documentEditor(page)).toHaveCount(0);
  },
};

/** The canvas: a document that is edited beside its chat. */
export const canvasSteps: readonly Step[] = [documentIsEdited, documentIsKept];
