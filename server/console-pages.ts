import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Hono } from 'hono';
import type { MiddlewareHandler } from 'hono';
import { consolePaths } from './console/pages.ts';

const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const securityHeaders = {
  'Content-Security-Policy': contentPolicy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), clipboard-read=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
} as const;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The built console: one page and its assets, nothing else of the folder. */
export function consolePages(folder: string) {
  const app = new Hono();
  const headers: MiddlewareHandler = async (c, next) => {
    for (const [name, value] of Object.entries(securityHeaders)) c.header(name, value);
    await next();
  };
  for (const page of consolePaths) {
    app.get(page, headers, async (c) => {
      const html = await readBuilt(join(folder, 'index.html'));
      if (html === undefined) return c.text('The console is not built yet.', 503);
      return c.body(html, 200, { 'Content-Type': types['.html'] ?? '', 'Cache-Control': 'no-cache' });
    });
  }
  // Names of assets hold a hash of their content, and no dot or slash that leads elsewhere.
  app.get('/assets/:name{[A-Za-z0-9_-]+\\.[a-z]+}', headers, async (c) => {
    const name = c.req.param('name');
    const type = types[extname(name)];
    const asset = type === undefined ? undefined : await readBuilt(join(folder, 'assets', name));
    if (asset === undefined || type === undefined) return c.json({ reason: 'not-found' }, 404);
    return c.body(asset, 200, { 'Content-Type': type, 'Cache-Control': 'public, max-age=31536000, immutable' });
  });
  return app;
}

async function readBuilt(path: string): Promise<ArrayBuffer | undefined> {
  try {
    return new Uint8Array(await readFile(path)).buffer;
  } catch {
    return undefined; // not built, or no such asset
  }
}
