import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { violations } from '../../test/e2e/axe.ts';
import { dialogSamples } from './dialog-samples.ts';
import { buildHarness, openView } from './harness-page.ts';

const views = [
  ...Object.keys(dialogSamples).map((name) => `dialog-${name}`),
  'notice',
  ...['popup-enforced', 'popup-page-only', 'popup-degraded', 'trouble'],
  ...['ledger-recorded', 'ledger-sent', 'ledger-waiting', 'ledger-policy'],
  ...['welcome-first', 'welcome-failed', 'welcome-joined', 'welcome-managed'],
];

let outDir = '';

test.beforeAll(async () => {
  outDir = await mkdtemp(path.join(tmpdir(), 'sluice-views-'));
  await buildHarness(outDir);
});

for (const view of views) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${view} in ${colorScheme} has no accessibility violation, and fits 320 pixels`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await openView(page, outDir, view);
      await expect(page.locator('dialog, .notice, h1').first()).toBeVisible();
      expect(await violations(page)).toEqual([]);
      if (view.startsWith('popup')) return; // a popup has one width
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
      expect(await violations(page)).toEqual([]);
    });
  }
}

test('axe would find a violation', async ({ page }) => {
  await openView(page, outDir, 'ledger-sent');
  await page.evaluate(
    'document.querySelector("[role=tab]").removeAttribute("aria-controls"), document.documentElement.removeAttribute("lang")',
  );
  expect(await violations(page)).not.toEqual([]);
});

test('the reasons open below the buttons, and the answer carries the one that was chosen', async ({ page }) => {
  await openView(page, outDir, 'dialog-justify');
  await page.getByRole('button', { name: 'Send with a reason' }).click();
  await expect(page.getByRole('radio').first()).toBeFocused();
  expect(await violations(page)).toEqual([]);
  await expect(page.getByRole('button', { name: 'Send with this reason' })).toBeDisabled();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Send with this reason' }).click();
  await expect(page).toHaveTitle('justify test-data');
});

test('a script that presses the button answers nothing', async ({ page }) => {
  await openView(page, outDir, 'dialog-warn');
  await page.evaluate('document.querySelectorAll("button").forEach((button) => button.click())');
  await expect(page).toHaveTitle('Views of Sluice');
  await page.getByRole('button', { name: 'Send anyway' }).click();
  await expect(page).toHaveTitle('send-anyway ');
});
