import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { managedFields } from '../lib/contract/managed.ts';
import { waysOut } from '../lib/sites/chatgpt/ways-out.ts';
import type { Reach } from '../lib/sites/types.ts';
import { hostPermissions, permissions } from '../permissions.ts';

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

function waysOutPage(): string {
  const rows = waysOut.map(({ title, ring2, ring3, seen }) => [title, reach(ring2), reach(ring3), seen]);
  return `${made}

# Ways out

Every way by which a person's words or files can leave the page, and what the page gate (ring 2) and the network gate (ring 3) do about
it. Ring 3 is told for an installation by policy and for Firefox, where it may block; elsewhere it observes what it says it stops here,
and the browser's own rules keep a tab closed until its gates are there.

${table(['way', 'ring 2', 'ring 3', 'seen'], rows)}
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

/** The generated pages by path, formatted as the project formats its documents. */
export async function generatedPages(): Promise<ReadonlyMap<string, string>> {
  const config = await resolveConfig('docs/permissions.md');
  const pages: [string, string][] = [
    ['docs/permissions.md', permissionsPage()],
    ['docs/ways-out.md', waysOutPage()],
    ['docs/managed-storage.md', managedPage()],
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
