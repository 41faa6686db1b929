import assert from 'node:assert/strict';
import { expect } from '@playwright/test';
import * as drive from '../drive.ts';
import { seen, word } from './step.ts';
import type { Step } from './step.ts';

const fields = ['Name', 'Description', 'Instructions', 'Conversation starter 1', 'Conversation starter 3'] as const;
const wordFor = (label: string): string => word(label.replaceAll(' ', ''));

const draftIsSaved: Step = {
  name: 'what is typed about a GPT is saved as a draft by itself',
  run: async (page, standin) => {
    await drive.openBuilder(page);
    for (const label of fields) {
      await drive.writeInBuilder(page, label, wordFor(label));
      await seen(standin, wordFor(label), '/backend-api/gizmo_editor/drafts');
    }
    await expect(drive.builderStatus(page)).toHaveText('Draft saved');
  },
};

const knowledgeIsUploaded: Step = {
  name: 'a file that a GPT is to know is uploaded at once',
  run: async (page, standin) => {
    await drive.addKnowledge(page, 'manual.txt', `First page\n${word('manual')}\n`);
    await seen(standin, word('manual'), /^https:\/\/files\.oaiusercontent\.com\//);
    await expect(drive.builder(page).locator('.card[data-status="ready"]')).toHaveText('manual.txt');
    await seen(standin, 'manual.txt', '/backend-api/gizmo_editor/drafts');
  },
};

const gptIsPublished: Step = {
  name: 'a GPT is published whole, and then changed under its own name',
  run: async (page, standin) => {
    standin.ledger.clear();
    await drive.publishGpt(page);
    await expect(drive.builderStatus(page)).toHaveText('Published');
    for (const label of fields) await seen(standin, wordFor(label), '/backend-api/gizmos');
    const body = standin.ledger.to('/backend-api/gizmos').at(-1)?.body.toString() ?? '';
    assert.match(body, /"files":\[\{"file_id":"file_\w+","name":"manual.txt"/);
    await drive.writeInBuilder(page, 'Name', word('changed'));
    await drive.publishGpt(page);
    await seen(standin, word('changed'), /\/backend-api\/gizmos\/g-\w+$/);
    await expect(drive.builderStatus(page)).toHaveText('Published');
  },
};

/** The builder of GPTs. */
export const gptSteps: readonly Step[] = [draftIsSaved, knowledgeIsUploaded, gptIsPublished];
