import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { managedFields } from '../lib/contract/managed.ts';
import { flows } from '../lib/sites/chatgpt/flows.ts';
import { transports } from '../lib/sites/chatgpt/transports.ts';
import { waysOut } from '../lib/sites/chatgpt/ways-out.ts';
import type { Reach, WayOut } from '../lib/sites/types.ts';
import type { PageGate } from '../lib/vocabulary/page-gates.ts';
import { hostPermissions, permissions } from '../permissions.ts';
import { access } from '../server/console-api/access.ts';
import type { Access } from '../server/console-api/access.ts';
import { roleHints, roleTitles, scopeTitles } from '../server/console/words.ts';
import { roles, scopes } from '../server/vocabulary.ts';
import { generatedSections, withSections } from './docs-sections.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const made = '<!-- Made by `node --import tsx scripts/docs.ts`; change its sources instead. -->';

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function permissionsPage(): string {
  const code = (text: string) => `\`${text}\``;
  const rows = Object.entries(permissions).map(([name, reason]) => [code(name), reason]);
  const hosts = hostPermissions.map(({ hosts: patterns, reason }) => [patterns.map(code).join(', '), reason]);
  return `${made}

# Permissions

What the extension asks of the browser, and why. There is no access to all sites. The organisation's endpoint is reached as any page
would reach it (CORS), without a permission.

${table(['permission', 'reason'], rows)}

${table(['hosts', 'reason'], hosts)}
`;
}

function reach(value: Reach): string {
  return typeof value === 'string' ? value : `cannot: ${value.cannot}`;
}

/** Seen to work in Chromium 156 on Linux, but for guest mode and other browsers. */
const closures: readonly (readonly string[])[] = [
  [
    'private windows, where the extension does not run until a person allows it',
    '`MandatoryExtensionsForIncognitoNavigation` with its id, or `IncognitoModeAvailability: 1` (`private_browsing: true` in `ExtensionSettings`)',
  ],
  [
    'a browser without the extension',
    '`ExtensionInstallForcelist` (`force_installed`), and `chatgpt.com` closed for every other browser',
  ],
  ['guest mode and other profiles', '`BrowserGuestModeEnabled: false`'],
  ['scripts typed into the developer tools', '`DeveloperToolsAvailability: 2`'],
];

/** True where something stops the way, in an installation that may block. */
function isHole({ ring2, ring3 }: WayOut): boolean {
  return ring2 !== 'stops' && ring3 !== 'stops';
}

/** What tells a gate of the page that refuses from one that is not there, or lets go, and why nothing leaves by the try itself. */
const canaryTries: Readonly<Record<PageGate, string>> = {
  fetch: 'it is answered with the refusal; what leaves meets the reserved address',
  xhr: 'the address that the browser says it failed at (Firefox); what leaves meets the reserved address',
  beacon: 'what leaves meets the reserved address',
  form: 'the guard was asked, and no more: the form stands in no document, so nothing submits it',
  window: 'it gives no window, and did not call the native one, which takes no such receiver and throws',
  channel: 'it did not call the native one, which takes no such receiver and throws: no connection is made',
  'fetch-later': 'it throws as a full quota does; what is taken is taken back at once',
  'event-source': 'its address is another one; it is closed before it connects',
  image: 'its address is another one, which is taken away before it loads',
  'socket-address': 'its address is another one, which is reserved too; what leaves meets the reserved address',
  worker:
    'it throws as for a script that may not be had; the native one throws another error at what is no kind of worker',
  'shared-worker': 'as for a dedicated worker',
  'service-worker': 'it rejects as for a script that may not be had; the native one takes no such receiver',
  'socket-frame': 'it sends to a socket that is not open yet, where the native one throws',
};

/** Ways through a gate of the page that no canary takes. */
const untried: readonly (readonly string[])[] = [
  ['navigations, links, submits by a person or by `requestSubmit()`', 'trying them would leave the page'],
  ['synchronous `XMLHttpRequest`', 'it stops the page; its gate is that of the asynchronous one'],
  ['`WebTransport`', 'it is refused to everybody, without a question'],
  ['composer, paste, drop and files', 'they hear what a person does, and nobody can do that in their place'],
  [
    'what workers do, markup, style sheets, pings',
    'they meet no gate of the page; the network gate has a canary of its own',
  ],
];

function waysOutPage(): string {
  const reaches = ({ ring2, ring3, onRedact, onBlock, seen }: WayOut) => [
    reach(ring2),
    reach(ring3),
    onRedact,
    onBlock,
    seen,
  ];
  const calls = flows.map((way: WayOut) => [way.title, `\`${way.shape ?? ''}\``, ...reaches(way)]);
  const means = transports.map((way: WayOut) => [way.title, ...reaches(way)]);
  const tail = ['ring 2', 'ring 3', 'to be replaced', 'to be blocked', 'seen'];
  const pageOnly = waysOut
    .filter(({ id, ring2 }) => ring2 !== 'stops' && id !== 'link-text')
    .map(({ title }) => `- ${title}`);
  const holes = waysOut.filter(isHole).map(({ title, ring2, ring3 }) => [title, reach(ring2), reach(ring3)]);
  return `${made}

# Ways out

Every way by which a person's words or files can leave the page, and what the composer and the page gate (ring 2) and the network gate
(ring 3) do about it. Ring 3 is told for an installation by policy and for Firefox, where it may block; elsewhere it observes what it
says it stops here, and the browser's own rules keep a tab closed until its gates are there. Each row is tried by
[the matrix](../test/e2e/matrix/) with a canary: without the extension it must arrive, with the ring that stops it it must not.

## Calls of the product

${table(['way', 'shape', ...tail], calls)}

## Means of the browser

${table(['way', ...tail], means)}

What a worker is made of is judged where the browser lets it be read while the page waits: Chromium does, Firefox does for \`data:\` alone,
and there the network gate judges what a worker of a \`blob:\` sends. Until somebody has typed, pasted or dropped anything into a page, its
workers are its own.

## What nothing stops, even in an installation by policy

${table(['way', 'ring 2', 'ring 3'], holes)}

## What the canary tries

On each navigation a synthetic secret goes through the gates of the page, by what the page finds there, to addresses that the browser always
blocks. A gate holds where the guard was asked at it, the page saw it refuse, and the network gate did not meet its canary. One that does not
is named in the popup and in the heartbeat, and the tab stays closed for prompts. Frames within a page try all but the sockets.

${table(['gate', 'what tells, besides that the guard was asked'], Object.entries(canaryTries))}

Not tried:

${table(['way', 'reason'], untried)}

## What IT can set against the rest

The page's own code uses no sockets in workers, so a proxy that refuses WebSocket connections other than those to
\`ws.chatgpt.com\` takes nothing from anybody.

What is typed where Sluice is not is not seen at all. These browser policies close it on a managed machine (Chrome and Edge; Firefox in
brackets):

${table(['open', 'policy'], closures)}

## What is open where the network gate may only observe

Without an installation by policy (\`page-only\`) these are recorded and not stopped, but for link text, which a rule of the browser takes
out everywhere:

${pageOnly.join('\n')}
`;
}

function managedPage(): string {
  const rows = Object.entries(managedFields).map(([key, { type, title }]) => [`\`${key}\``, type, title]);
  return `${made}

# Managed storage

What IT can set for the extension by browser policy. Unknown keys and values of another type are dropped by the browser.

${table(['key', 'type', 'meaning'], rows)}
`;
}

function rolesPage(): string {
  const about = roles.map((role) => [roleTitles[role], roleHints[role]]);
  const rows = Object.entries<Access>(access).map(([route, { who, service, fresh, audit }]) => [
    `\`${route}\``,
    ...roles.map((role) => (who === 'anyone' || who.includes(role) ? '•' : '')),
    service ?? '',
    fresh === true ? 'yes' : '',
    audit ?? '',
  ]);
  const head = [
    'route below `/api`',
    ...roles.map((role) => roleTitles[role]),
    'key',
    'fresh code',
    'in the audit log',
  ];
  return `${made}

# Roles

Who may do what in the console. A person has any number of roles; nobody can publish what they proposed themselves, whatever their roles
are; there is always an owner.

${table(['role', 'for'], about)}

Programs use API keys, with these scopes: ${scopes.map((scope) => `\`${scope}\` (${scopeTitles[scope].toLowerCase()})`).join(', ')}.

## Every route

Written by hand in [access.ts](../server/console-api/access.ts) and tried by [its test](../server/console-api/access.test.ts), each role and
each scope against each route. What is not here is refused. A *fresh code* is one that was given within ten minutes.

${table(head, rows)}
`;
}

/** The generated pages by path, formatted as the project formats its documents. */
export async function generatedPages(): Promise<ReadonlyMap<string, string>> {
  const config = await resolveConfig('docs/permissions.md');
  const pages: [string, string][] = [
    ['docs/permissions.md', permissionsPage()],
    ['docs/ways-out.md', waysOutPage()],
    ['docs/managed-storage.md', managedPage()],
    ['docs/roles.md', rolesPage()],
    ...Object.entries(generatedSections(table)).map(([path, sections]): [string, string] => [
      path,
      withSections(writtenPage(join(root, path)), sections),
    ]),
  ];
  return new Map(
    await Promise.all(
      pages.map(async ([path, text]) => [path, await format(text, { ...config, parser: 'markdown' })] as const),
    ),
  );
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const [path, text] of await generatedPages()) writeFileSync(path, text);
}

/** The page as it stands in the tree. */
export function writtenPage(path: string): string {
  return readFileSync(path, 'utf8');
}
