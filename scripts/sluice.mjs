// Commands for administrators. Plain and without dependencies: it runs before anything is installed.
// Standard output carries the answers and nothing else.
import { ensureInstalled } from './install.mjs';

ensureInstalled();
const { register } = await import('tsx/esm/api');
register();
await import('./administration/main.ts');
