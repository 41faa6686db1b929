import type { Samples } from '../../types.ts';

const values = ['41,700', '58 250', '63900'];
/** A table with the values in its first column, and nothing in its second. */
const table = (header: string, separator: string) =>
  [header, 'E-mail'].join(separator) + '\n' + values.map((value) => `"${value}"${separator}n/a`).join('\n');
export default {
  hits: [`see\n${table('Salary', '|')}\nend`, table('Salary', ','), table('Salary', ';'), table('Salary', '\t')],
  misses: [
    table('Part', ','),
    table('Salary', ',').split('\n').slice(0, 2).join('\n'),
    table('Salary', ',').replaceAll(',n/a', ',1,2,3'),
    'Salary,E-mail\n\n41,700,n/a\n',
  ],
} satisfies Samples;
