import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'vite';

const origin = 'http://views.test';
const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** Builds the harness into a folder. */
export async function buildHarness(outDir: string): Promise<void> {
  const root = import.meta.dirname;
  await build({ root, base: './', configFile: false, logLevel: 'warn', build: { outDir, emptyOutDir: true } });
}

/** Opens one view of a built harness; no server is needed. */
export async function openView(page: Page, outDir: string, view: string): Promise<void> {
  await page.route(`${origin}/**`, async (route) => {
    const name = path.normalize(new URL(route.request().url()).pathname);
    const file = path.join(outDir, name === '/' ? 'index.html' : name);
    const body = await readFile(file).catch(() => undefined);
    if (body === undefined) await route.fulfill({ status: 404 });
    else await route.fulfill({ body, contentType: types[path.extname(file)] ?? 'application/octet-stream' });
  });
  await page.goto(`${origin}/?view=${view}`);
}
