import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { violations } from '../../test/e2e/axe.ts';
import { dialogSamples } from './dialog-samples.ts';
import { buildHarness, openView } from './harness-page.ts';

// A file and its redacted copy, as a person reviews them.

let outDir = '';

test.beforeAll(async () => {
  outDir = await mkdtemp(path.join(tmpdir(), 'sluice-comparison-'));
  await buildHarness(outDir);
});

const files = Object.keys(dialogSamples).filter((name) => name.startsWith('file'));

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error('it is not shown');
  return box;
}

async function open(page: Page, name: string, width = 1180): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width, height: 800 });
  await openView(page, outDir, `dialog-${name}`);
  await expect(page.getByRole('table')).toBeVisible();
}

for (const name of files) {
  test(`${name}: every change stands beside its replacement, in columns of one width`, async ({ page }) => {
    await open(page, name);
    for (const width of [1180, 600]) {
      await page.setViewportSize({ width, height: 800 });
      const rows = page.locator('[data-kind=changed]');
      for (let index = 0; index < (await rows.count()); index += 1) {
        const before = await boxOf(rows.nth(index).locator('.before'));
        const after = await boxOf(rows.nth(index).locator('.after'));
        expect(after.y).toBe(before.y);
        expect(after.x).toBeCloseTo(before.x + before.width, 0);
        expect(Math.abs(after.width - before.width)).toBeLessThanOrEqual(1);
        const values = rows.nth(index).locator('del');
        await expect(rows.nth(index).locator('mark')).toHaveCount(await values.count());
      }
    }
  });

  test(`${name}: a narrow window shows what is the same once, and nothing runs out of it`, async ({ page }) => {
    await open(page, name);
    for (const width of [560, 320]) {
      await page.setViewportSize({ width, height: 800 });
      const [first] = await page.locator('[data-kind=changed]').all();
      if (!first) throw new Error('nothing is changed');
      const before = await boxOf(first.locator('.before'));
      const after = await boxOf(first.locator('.after'));
      expect(after.x).toBe(before.x);
      expect(after.y).toBeCloseTo(before.y + before.height, 0);
      await expect(page.locator('[data-kind=same] .after').first()).toBeHidden();
      for (const part of ['html', 'dialog', '.text']) {
        expect(await page.locator(part).evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
      }
      await expect(page.getByRole('columnheader')).toHaveText(['Your file', 'The copy that would be attached']);
      expect(await violations(page)).toEqual([]);
    }
  });
}

test('the first change is in sight when the dialog opens', async ({ page }) => {
  await open(page, 'file-long');
  await expect(page.locator('del').first()).toBeInViewport({ ratio: 0.9 });
  expect(await page.locator('dialog').evaluate(({ scrollTop }) => scrollTop)).toBe(0);
});

test('what is replaced is shown on demand only, and then masked', async ({ page }) => {
  await open(page, 'file-table');
  const value = page.locator('del').first();
  await expect(value).toHaveText('replaced, hidden here••••••••');
  await page.getByRole('button', { name: 'Show what is replaced' }).click();
  await expect(value).toHaveText('replaced: team….com');
  expect(await page.locator('dialog').innerText()).not.toContain('anna.keller');
  expect(await violations(page)).toEqual([]);
});

test('a screen reader finds a table, its headings and the changes', async ({ page }) => {
  for (const width of [1180, 360]) {
    await open(page, 'file', width);
    await expect(page.getByRole('table', { name: 'What would change' })).toMatchAriaSnapshot(`
      - table "What would change":
        - rowgroup:
          - row:
            - columnheader "Your file"
            - columnheader "The copy that would be attached"
        - rowgroup:
          - row
          - row:
            - cell:
              - text: export AWS_ACCESS_KEY_ID=
              - deletion: replaced, hidden here
            - cell:
              - text: export AWS_ACCESS_KEY_ID=
              - mark: "replaced by: [aws-access-key-1]"
    `);
  }
});

test('both columns scroll as one, by keyboard, below their headings', async ({ page }) => {
  await open(page, 'file-table');
  const region = page.getByRole('region', { name: 'What would change' });
  await page.getByRole('button', { name: 'Show what is replaced' }).focus();
  await page.keyboard.press('Tab');
  await expect(region).toBeFocused();
  await page.keyboard.press('End');
  await expect(page.locator('tbody tr').last().locator('.before')).toBeInViewport({ ratio: 0.9 });
  await expect(page.locator('tbody tr').last().locator('.after')).toBeInViewport({ ratio: 0.9 });
  for (const heading of await page.getByRole('columnheader').all())
    await expect(heading).toBeInViewport({ ratio: 0.9 });
});

test('text from right to left leaves the columns where they are', async ({ page }) => {
  await open(page, 'file-rtl');
  const row = page.locator('[data-kind=changed]').first();
  expect((await boxOf(row.locator('.before'))).x).toBeLessThan((await boxOf(row.locator('.after'))).x);
  for (const cell of await row.locator('td').all()) await expect(cell).toHaveCSS('direction', 'rtl');
  await open(page, 'file-document');
  await expect(page.locator('td').first()).toHaveCSS('direction', 'ltr');
});

test('files alone make the dialog wider', async ({ page }) => {
  await open(page, 'file');
  expect((await boxOf(page.locator('dialog'))).width).toBe(920);
  await openView(page, outDir, 'dialog-warn');
  expect((await boxOf(page.locator('dialog'))).width).toBe(580);
});
