import type { Samples } from '../../types.ts';

const values = ['asthma', 'migraine', 'hay fever'];
/** A table with the values in its first column, and nothing in its second. */
const table = (header: string, separator: string) =>
  [header, 'E-mail'].join(separator) + '\n' + values.map((value) => `"${value}"${separator}n/a`).join('\n');
export default {
  hits: [
    `see\n${table('Diagnosis', '|')}\nend`,
    table('Diagnosis', ','),
    table('Diagnosis', ';'),
    table('Diagnosis', '\t'),
  ],
  misses: [
    table('Part', ','),
    table('Diagnosis', ',').split('\n').slice(0, 2).join('\n'),
    table('Diagnosis', ',').replaceAll(',n/a', ',1,2,3'),
    'Diagnosis,E-mail\n\nasthma,n/a\n',
  ],
} satisfies Samples;
