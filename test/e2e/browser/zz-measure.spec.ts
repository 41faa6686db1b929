import { randomBytes } from 'node:crypto';
import { expect } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { attachFile } from '../../standin/drive.ts';
import { cloudKey } from '../canary.ts';
import { choose, waitForDialog } from '../dialog.ts';
import { test } from './guarded.ts';

const types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
const word = (text: string, media: number) =>
  Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8(types),
      'word/document.xml': strToU8(`<w:document><w:body>${text}</w:body></w:document>`),
      'word/media/logo.png': [randomBytes(media), { level: 0 }],
    }),
  );
const line = (n: number) => `<w:p><w:r><w:t>line ${n} says that nothing happened at all ${n * 7}</w:t></w:r></w:p>`;
const lines = (n: number) => Array.from({ length: n }, (_, i) => line(i)).join('');

for (const [name, bytes] of [
  ['small', () => word(lines(10), 1000)],
  ['1MB', () => word(lines(1000), 1_000_000)],
  ['33MB', () => word(lines(1000), 33_300_000)],
  ['33MB-key', () => word(lines(1000) + `<w:p><w:r><w:t>use ${cloudKey()} now</w:t></w:r></w:p>`, 33_300_000)],
  ['longtext', () => word(lines(400_000), 1000)],
] as const)
  test(`measure ${name}`, async ({ page }) => {
    test.setTimeout(240_000);
    page.on('console', (m) => { if (m.text().includes('TIMES')) console.log(m.text()); });
    const content = bytes();
    await attachFile(page, 'warm.docx', word(lines(3), 100));
    await expect(page.locator('form .card[data-status="ready"]:visible')).toHaveCount(1, { timeout: 60_000 });
    await page.evaluate(() => {
      const g = globalThis as any;
      g.tasks = [];
      new PerformanceObserver((list) => g.tasks.push(...list.getEntries().map((e) => `${Math.round(e.startTime)}+${Math.round(e.duration)}`))).observe({ type: 'longtask' });
    });
    await attachFile(page, 'big.docx', content);
    const t0 = Date.now();
    if (name.endsWith('key')) {
      await waitForDialog(page, 100_000);
      await page.screenshot(); if (1) {console.log(name, 'dialog after', Date.now() - t0, (await page.evaluate(() => (globalThis as any).tasks)).join(' '));
      return; }
      await choose(page, /replace and attach/i);
    }
    await expect(page.locator('form .card[data-status="ready"]:visible')).toHaveCount(2, { timeout: 100_000 });
    console.log('MEASURE', name, content.length, 'ms', Date.now() - t0, 'long', (await page.evaluate(() => (globalThis as any).tasks)).join(' '));
  });
