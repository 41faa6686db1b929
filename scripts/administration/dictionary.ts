import { randomBytes } from 'node:crypto';
import { InlineDictionary } from '../../lib/contract/policy.ts';
import { buildDictionary } from '../../lib/dlp/organisation/dictionary.ts';
import { fail, linesOf } from './command.ts';
import type { Command } from './command.ts';

/** One term per line in, a dictionary for a policy's `dictionaries` out. */
export const dictionary: Command = {
  name: 'dictionary',
  usage: 'dictionary FILE --id org-NAME --title TITLE --purpose PURPOSE [--category C] [--severity S]',
  needs: ['id', 'title', 'purpose'],
  may: ['category', 'severity'],
  run([file = ''], { category = 'organisation', severity = 'high', ...about }) {
    const built = buildDictionary(linesOf(file), randomBytes(16));
    if (!built.ok) {
      const [{ index, reason } = { index: undefined, reason: 'it is empty' }] = built.problems;
      fail(`${file} is no dictionary: ${index === undefined ? '' : `line ${String(index + 1)}: `}${reason}.`);
    }
    const data = Buffer.from(built.data).toString('base64');
    const parsed = InlineDictionary.safeParse({ ...about, category, severity, terms: built.terms, data });
    if (!parsed.success)
      fail(`The dictionary does not fit a policy: look at --${String(parsed.error.issues[0]?.path[0])}.`);
    process.stdout.write(`${JSON.stringify(parsed.data)}\n`);
    return 0;
  },
};
