import type { Samples } from '../../types.ts';

const values = ['QX-4471', 'QX-9082', 'QX-1756'];
/** A table with the values in its first column, and nothing in its second. */
const table = (header: string, separator: string) =>
  [header, 'E-mail'].join(separator) + '\n' + values.map((value) => `"${value}"${separator}n/a`).join('\n');
export default {
  hits: [
    `see\n${table('National ID', '|')}\nend`,
    table('National ID', ','),
    table('National ID', ';'),
    table('National ID', '\t'),
  ],
  misses: [
    table('Part', ','),
    table('National ID', ',').split('\n').slice(0, 2).join('\n'),
    table('National ID', ',').replaceAll(',n/a', ',1,2,3'),
    'National ID,E-mail\n\nQX-4471,n/a\n',
  ],
} satisfies Samples;
