import { expect } from '@playwright/test';
import { addKnowledge, builder, builderStatus, openBuilder, publishGpt, writeInBuilder } from '../../standin/drive.ts';
import { cloudKey } from '../canary.ts';
import { choose, waitForDialog } from '../dialog.ts';
import { test } from './guarded.ts';

/** The builder of GPTs: its drafts go by themselves, and its files at once. */
const drafts = '/backend-api/gizmo_editor/drafts';

for (const label of ['Name', 'Description', 'Instructions', 'Conversation starter 2'])
  test(`a key in a draft is replaced, and again when the GPT is published: ${label}`, async ({ page, standin }) => {
    const key = cloudKey();
    await openBuilder(page);
    await writeInBuilder(page, label, `use ${key}`);
    await waitForDialog(page);
    await choose(page, /replace/i);
    await expect(builderStatus(page)).toHaveText('Draft saved');
    expect(standin.ledger.find('[aws-access-key-id-1]').map(({ path }) => path)).toEqual([drafts]);
    await publishGpt(page);
    await waitForDialog(page);
    await choose(page, /replace/i);
    await expect(builderStatus(page)).toHaveText('Published');
    expect(standin.ledger.find('[aws-access-key-id-1]').map(({ path }) => path)).toContain('/backend-api/gizmos');
    expect(standin.ledger.findFragments(key)).toEqual([]);
  });

test('held back, the page says that it could not save the draft', async ({ page, standin }) => {
  const key = cloudKey();
  await openBuilder(page);
  await writeInBuilder(page, 'Instructions', `use ${key}`);
  await waitForDialog(page);
  await page.keyboard.press('Escape');
  await expect(builderStatus(page)).toHaveText('Could not save the draft.');
  expect(standin.ledger.to(drafts)).toEqual([]);
});

test('addresses of people in a starter count as they do in instructions', async ({ page, standin }) => {
  const people = ['amara.oye', 'jonas.hub', 'mira.pat', 'piotr.nov'].map((name) => `${name}@brauerei-sonne.at`);
  await openBuilder(page);
  await writeInBuilder(page, 'Conversation starter 1', `Write to ${people.join(', ')}`);
  await waitForDialog(page);
  await choose(page, /replace/i);
  await expect(builderStatus(page)).toHaveText('Draft saved');
  for (const mail of people) expect(standin.ledger.find(mail)).toEqual([]);
});

test('a file with a key becomes knowledge as its redacted copy', async ({ page, standin }) => {
  const key = cloudKey();
  await openBuilder(page);
  await addKnowledge(page, 'manual.txt', `line one\nkey ${key}\n`);
  await waitForDialog(page);
  await choose(page, /replace and attach/i);
  await expect(builder(page).locator('.card[data-status="ready"]')).toHaveText('manual.txt');
  const [upload] = standin.ledger.find('[aws-access-key-id-1]');
  expect(upload?.host).toMatch(/oaiusercontent\.com$/);
  expect(standin.ledger.findFragments(key)).toEqual([]);
});
