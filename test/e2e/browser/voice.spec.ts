import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import * as drive from '../../standin/drive.ts';
import { cloudKey } from '../canary.ts';
import { choose, expectNoDialog, waitForDialog } from '../dialog.ts';
import { test } from './guarded.ts';

/** Dictation and voice conversations under the built-in policy, which records audio and lets it go. */
test('what was dictated is checked when it is sent', async ({ page, standin }) => {
  const key = cloudKey();
  standin.options.transcript = `the key is ${key}`;
  await drive.dictate(page);
  await expect.poll(() => drive.composerText(page)).toBe(`the key is ${key}`);
  expect(standin.ledger.to('/backend-api/transcribe').length).toBe(1);
  standin.options.transcript = 'Words that were spoken.';
  await drive.pressEnter(page);
  await waitForDialog(page);
  await choose(page, /replace and send/i);
  await drive.expectAnswer(page, 'You said: the key is [aws-access-key-id-1]');
  expect(standin.ledger.findFragments(key)).toEqual([]);
});

test.describe('a voice conversation', () => {
  let end: Page;
  test.beforeEach(async ({ page }) => {
    end = await drive.openVoiceEnd(page);
    await drive.startVoice(page);
    await expect(drive.voiceMode(page).getByRole('status')).toHaveText('Listening');
  });
  test.afterEach(() => end.close());

  test('a key that is typed is replaced before it is heard', async ({ page, standin }) => {
    const key = cloudKey();
    await drive.sayInVoice(page, `use ${key}`);
    await waitForDialog(page);
    await choose(page, /replace/i);
    await expect(drive.voiceMode(page).getByRole('listitem')).toHaveText('You said: use [aws-access-key-id-1]');
    expect(standin.ledger.findFragments(key)).toEqual([]);
  });

  test('held back, it is never heard, and the conversation goes on', async ({ page, standin }) => {
    const key = cloudKey();
    await drive.sayInVoice(page, `use ${key}`);
    await waitForDialog(page);
    await page.keyboard.press('Escape');
    await expectNoDialog(page);
    await drive.sayInVoice(page, 'never mind');
    await expect(drive.voiceMode(page).getByRole('listitem')).toHaveText('You said: never mind');
    expect(standin.ledger.findFragments(key)).toEqual([]);
  });

  test('addresses of people count as they do in a prompt', async ({ page, standin }) => {
    const people = ['amara.oye', 'jonas.hub', 'mira.pat', 'piotr.nov'].map((name) => `${name}@brauerei-sonne.at`);
    await drive.sayInVoice(page, `write to ${people.join(', ')}`);
    await waitForDialog(page);
    await choose(page, /replace/i);
    await expect(drive.voiceMode(page).getByRole('listitem')).toHaveCount(1);
    for (const mail of people) expect(standin.ledger.find(mail)).toEqual([]);
  });
});
