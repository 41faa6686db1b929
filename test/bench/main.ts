import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { benchBrowser } from './browser.ts';
import { benchEndpoint } from './endpoint.ts';
import { benchEngine } from './engine.ts';

const card = fileURLToPath(new URL('../../docs/scorecard.md', import.meta.url));
const intro = `# Scorecard

Made by \`npm run bench\`. Each part is replaced by its own run; times come from shared machines, so ratios tell more than figures.
`;

const parts = {
  engine: () => benchEngine(process.env['SLUICE_CORPUS']),
  browser: benchBrowser,
  endpoint: benchEndpoint,
};

/** Measures the named parts, prints each and writes it into its section of the scorecard. */
async function main(wanted: readonly string[]): Promise<void> {
  const unknown = wanted.filter((name) => !(name in parts));
  if (unknown.length > 0) {
    process.stderr.write(`There is no bench named ${unknown.join(', ')}; there is ${Object.keys(parts).join(', ')}.\n`);
    process.exitCode = 2;
    return;
  }
  for (const [name, measure] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const body = await measure();
    process.stdout.write(`${body}\n`);
    await write(name, `${conditions()}\n\n${body}`);
  }
}

function conditions(): string {
  const day = new Date().toISOString().slice(0, 10);
  return `Measured on ${day}, Node ${process.versions.node.split('.')[0] ?? ''}, ${cpus().length} shared cores.`;
}

async function write(name: string, body: string): Promise<void> {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const text = existsSync(card) ? readFileSync(card, 'utf8') : intro;
  const title = `## ${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const section = `${open}\n\n${title}\n\n${body}\n\n${close}`;
  const start = text.indexOf(open);
  const whole =
    start < 0
      ? `${text}\n${section}\n`
      : text.slice(0, start) + section + text.slice(text.indexOf(close) + close.length);
  writeFileSync(card, await format(whole, { ...(await resolveConfig(card)), parser: 'markdown' }));
}

await main(process.argv.slice(2));
