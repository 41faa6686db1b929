import type { Samples } from '../../types.ts';

const values = ['0664 9012', '0664 3417', '0664 7785'];
/** A table with the values in its first column, and nothing in its second. */
const table = (header: string, separator: string) =>
  [header, 'Surname'].join(separator) + '\n' + values.map((value) => `"${value}"${separator}n/a`).join('\n');
export default {
  hits: [
    `see\n${table('Mobile phone', '|')}\nend`,
    table('Mobile phone', ','),
    table('Mobile phone', ';'),
    table('Mobile phone', '\t'),
  ],
  misses: [
    table('Part', ','),
    table('Mobile phone', ',').split('\n').slice(0, 2).join('\n'),
    table('Mobile phone', ',').replaceAll(',n/a', ',1,2,3'),
    'Mobile phone,Surname\n\n0664 9012,n/a\n',
  ],
} satisfies Samples;
