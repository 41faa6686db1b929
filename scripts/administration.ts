import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PolicyDictionary } from '../lib/contract/policy.ts';
import { buildDictionary } from '../lib/dlp/organisation/dictionary.ts';

/** `npm run -s sluice -- COMMAND`: administration. Exit 2 when the command itself is wrong. */
const usage =
  'npm run -s sluice -- dictionary FILE --id org-NAME --title TITLE --purpose PURPOSE [--category C] [--severity S]';

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

/** One term per line in, a dictionary for a policy's `dictionaries` out. */
function dictionary(file: string, about: Readonly<Record<string, string>>): void {
  const terms = linesOf(file);
  const built = buildDictionary(terms, randomBytes(16));
  if (!built.ok) {
    const [{ index, reason } = { index: undefined, reason: 'it is empty' }] = built.problems;
    fail(`${file} is no dictionary: ${index === undefined ? '' : `line ${String(index + 1)}: `}${reason}.`);
  }
  const entry = { ...about, terms: built.terms, data: Buffer.from(built.data).toString('base64') };
  const parsed = PolicyDictionary.safeParse(entry);
  if (!parsed.success)
    fail(`The dictionary does not fit a policy: look at --${String(parsed.error.issues[0]?.path[0])}.`);
  process.stdout.write(`${JSON.stringify(parsed.data)}\n`);
}

/** A path is meant from where the command was given; npm says where that was. */
function linesOf(file: string): readonly string[] {
  try {
    const content = readFileSync(resolve(process.env['INIT_CWD'] ?? process.cwd(), file), 'utf8');
    return content
      .replace(/^\ufeff/, '')
      .replace(/\r?\n$/, '')
      .split(/\r?\n/);
  } catch {
    return fail(`The file ${file} cannot be read.`);
  }
}

function main(args: readonly string[]): void {
  const option = { type: 'string' } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        id: option,
        title: option,
        purpose: option,
        category: { ...option, default: 'organisation' },
        severity: { ...option, default: 'high' },
      },
    });
    const [command, file, ...rest] = positionals;
    const { id, title, purpose, category, severity } = values;
    if (command === 'dictionary' && file !== undefined && rest.length === 0 && id && title && purpose) {
      dictionary(file, { id, title, purpose, category, severity });
      return;
    }
  } catch {
    // an option that does not exist; the sentence below says what does
  }
  fail(`The command is "${usage}", and "${args.join(' ')}" does not fit it.`);
}

main(process.argv.slice(2));
