import { readFileSync } from 'node:fs';
import { sessionOf } from '../account.ts';
import { empty } from '../call.ts';
import type { Call, Reply, Route, World } from '../call.ts';

const folder = new URL('../page/', import.meta.url);
const types: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml' };
const chat = /^chatgpt\.com$/;

function readAsset(name: string): Buffer | undefined {
  try {
    return readFileSync(new URL(name, folder));
  } catch {
    return undefined;
  }
}

function policyFor(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data: https://*.oaiusercontent.com",
    "media-src 'self' blob: https://*.oaiusercontent.com",
    "connect-src 'self' https://*.oaiusercontent.com https://*.blob.core.windows.net https://ab.chatgpt.com wss://ws.chatgpt.com",
    "worker-src 'self' blob:",
    "frame-src 'self' https://*.oaiusercontent.com",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "base-uri 'none'",
  ].join('; ');
}

function cookies({ account, options, tokens }: World): readonly string[] {
  const secure = 'Path=/; Secure; SameSite=Lax';
  const common = [`oai-did=${account.deviceId}; ${secure}`, `__cf_bm=${tokens.base64url(96)}; ${secure}; HttpOnly`];
  if (options.account === 'out') return common;
  const active = options.account === 'workspace' ? account.workspaceId : 'personal';
  return [
    ...common,
    `__Secure-next-auth.session-token=${account.sessionToken}; ${secure}; HttpOnly`,
    `_account=${active}; ${secure}`,
  ];
}

/** What the page's own scripts find in the document: the session, and how this stand-in is to behave. */
function bootstrap(world: World): string {
  const { account, options, tokens } = world;
  const clientBootstrap = {
    session: sessionOf(account, options.account),
    buildNumber: String(tokens.between(5_000_000, 5_999_999)),
    clientVersion: `prod-${tokens.hex(40)}`,
    deviceId: account.deviceId,
    statsigKey: `client-${tokens.word(43)}`,
    seed: tokens.between(1, 2 ** 31),
    options,
  };
  const context = { state: { loaderData: { root: { clientBootstrap } } } };
  // Only the sign that could end the script element needs care.
  return JSON.stringify(context).replaceAll('<', '\\u003c');
}

function html(text: string, world: World, nonce: string): Reply {
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policyFor(nonce),
      'cache-control': world.options.cacheable ? 'private, max-age=0' : 'no-store',
      'set-cookie': cookies(world),
    },
    body: text,
  };
}

function chatPage(_: Call, world: World): Reply {
  const nonce = world.tokens.uuid();
  const template = readAsset('index.html')?.toString('utf8') ?? '';
  const partial = `composer-${world.options.frontEnd.slice(0, 1).toLowerCase()}.html`;
  const composer = readAsset(partial)?.toString('utf8') ?? '';
  const text = template
    .replace('{{composer}}', () => composer)
    .replaceAll('{{nonce}}', nonce)
    .replace('{{bootstrap}}', () => bootstrap(world));
  return html(text, world, nonce);
}

/** A blank page of the product's origin and policy, on which tests make calls by hand. */
const probePage = (_: Call, world: World): Reply =>
  html('<!doctype html><meta charset="utf-8"><title>Probe</title><body></body>', world, world.tokens.uuid());

/** The same without any policy, so that nothing but Sluice stands in the way. */
const laxPage = (_: Call, world: World): Reply => {
  const { headers, ...page } = probePage(_, world);
  const { 'content-security-policy': _policy, ...rest } = headers;
  return { ...page, headers: rest };
};

/** Posts what stands behind the hash before anything else of the page runs. */
const earlyPage = (call: Call, world: World): Reply => ({
  ...laxPage(call, world),
  body: `<!doctype html><meta charset="utf-8"><title>Early</title><script>
const [content, when] = [location.hash.slice(1), document.prerendering ? 'before it is shown' : 'at once'];
fetch('/backend-api/user_system_messages', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ about_user_message: content, about_model_message: when }) }).catch(() => undefined);
</script><body></body>`,
});

/** Has the early page made ready before it goes there. */
const prerenderPage = (call: Call, world: World): Reply => ({
  ...laxPage(call, world),
  body: `<!doctype html><meta charset="utf-8"><title>Prerender</title><script>
const [early, pause] = ['/__early' + location.hash, (time) => new Promise((done) => setTimeout(done, time))];
const rules = Object.assign(document.createElement('script'), { type: 'speculationrules', textContent: JSON.stringify({ prerender: [{ source: 'list', urls: [early], eagerness: 'immediate' }] }) });
document.head.append(rules);
pause(4000).then(() => fetch('/__probe')).then(() => pause(300)).then(() => location.assign(early));
</script><body></body>`,
});

/** A service worker that posts what it is told to. */
const echoWorker = (): Reply => ({
  status: 200,
  headers: { 'content-type': 'text/javascript' },
  body: `addEventListener('install', () => skipWaiting());
addEventListener('message', (event) => {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: event.data.body };
  event.waitUntil(fetch(event.data.url, init).catch(() => undefined));
});`,
});

/** A script or style of the page. */
export function asset({ params }: Call): Reply {
  const name = params['name'] ?? '';
  const body = /^[\w-]+\.(js|css|svg)$/.test(name) ? readAsset(name) : undefined;
  if (!body) return empty(404);
  const type = types[name.split('.').at(-1) ?? ''] ?? 'text/plain';
  return { status: 200, headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' }, body };
}

const icon = (call: Call): Reply => asset({ ...call, params: { name: 'favicon.svg' } });

function moved({ url }: Call): Reply {
  return { status: 308, headers: { location: `https://chatgpt.com${url.pathname}${url.search}` }, body: '' };
}

const on = (path: string, answer: Route['answer']): Route => ({ host: chat, method: 'GET', path, answer });

/** The document, its scripts and styles. */
export const pageRoutes: readonly Route[] = [
  on('/', chatPage),
  on('/c/:id', chatPage),
  on('/gpts/editor', chatPage),
  on('/g/:gizmo', chatPage),
  on('/g/:gizmo/c/:id', chatPage),
  on('/__probe', probePage),
  on('/__lax', laxPage),
  on('/__early', earlyPage),
  on('/__prerender', prerenderPage),
  on('/__worker/echo.js', echoWorker),
  on('/cdn/assets/:name', asset),
  on('/favicon.ico', icon),
  { host: /^chat\.openai\.com$/, method: 'GET', path: '/*', answer: moved },
];
