import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { consolePages } from './console-pages.ts';

function setUp() {
  const folder = mkdtempSync(join(tmpdir(), 'sluice-pages-'));
  mkdirSync(join(folder, 'console', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'console', 'index.html'), '<!doctype html>console');
  writeFileSync(join(folder, 'console', 'assets', 'index-a1.js'), 'script');
  writeFileSync(join(folder, 'console', 'assets', 'index-a1.map'), 'map');
  writeFileSync(join(folder, 'secret.js'), 'secret');
  return consolePages(join(folder, 'console'));
}

it('serves one page at each address of the console, under a policy without inline code', async () => {
  const app = setUp();
  for (const path of [
    '/',
    '/setup',
    '/sign-in',
    '/incidents',
    '/policy',
    '/people',
    '/requests',
    '/enrolment',
    '/siem',
    '/audit',
    '/account',
  ]) {
    const response = await app.request(path);
    expect([response.status, await response.text()]).toEqual([200, '<!doctype html>console']);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|http/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('cache-control')).toBe('no-cache');
  }
});

it('serves assets of known types, and nothing outside their folder', async () => {
  const app = setUp();
  const asset = await app.request('/assets/index-a1.js');
  expect([asset.status, asset.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
  const outside = ['index-a1.map', 'none.js', '..%2f..%2fsecret.js', '../../secret.js', '%2e%2e/secret.js', '.js', ''];
  for (const name of outside) expect((await app.request(`/assets/${name}`)).status).toBe(404);
});

it('says so when the console is not built', async () => {
  const response = await consolePages(join(tmpdir(), 'not-there')).request('/');
  expect(response.status).toBe(503);
});
