import type { Samples } from '../../types.ts';

const values = ['Amara Oyelaran', 'Tomas Lindqvist', 'Wei Zhang-Koller'];
/** A table with the values in its first column, and nothing in its second. */
const table = (header: string, separator: string) =>
  [header, 'E-mail'].join(separator) + '\n' + values.map((value) => `"${value}"${separator}n/a`).join('\n');
export default {
  hits: [
    `see\n${table('Full name', '|')}\nend`,
    table('Full name', ','),
    table('Full name', ';'),
    table('Full name', '\t'),
  ],
  misses: [
    table('Part', ','),
    table('Full name', ',').split('\n').slice(0, 2).join('\n'),
    table('Full name', ',').replaceAll(',n/a', ',1,2,3'),
    'Full name,E-mail\n\nAmara Oyelaran,n/a\n',
  ],
} satisfies Samples;
