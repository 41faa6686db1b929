// Commands for administrators. Plain and without dependencies: it runs before anything is installed.
// Standard output carries the answers and nothing else.
import { pathToFileURL } from 'node:url';
import { bundled } from './bundled.mjs';
import { ensureInstalled } from './install.mjs';

ensureInstalled();
const program = await bundled('scripts/administration/main.ts').catch(() => undefined);
if (program) await import(pathToFileURL(program).href);
else {
  // A checkout that must not be written to: then it starts more slowly.
  const { register } = await import('tsx/esm/api');
  register();
  await import('./administration/main.ts');
}
