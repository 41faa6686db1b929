import { describe, expect, it } from 'vitest';
import { bulkOf } from './bulk.ts';
import { scan } from './scan.ts';

const bulks = (text: string) => bulkOf(scan(text).findings, text);
const people = (count: number) =>
  Array.from({ length: count }, (_, index) => `${String(index)} person${String(index)}.lastname@brauerei-sonne.at`);

describe('bulkOf', () => {
  it.each([
    ['nothing', ''],
    ['line ends alone', '\n'.repeat(10_000)],
    ['prose with one address', `write to ${people(1).join('')} please`],
    ['one address over and over', `${people(1).join('')}\n`.repeat(200)],
    ['a few people', people(9).join('\n')],
    ['people far apart', people(40).join(`${'\nplain words stand here'.repeat(9)}\n`)],
    ['a table of anything', `name,address,size\n${'a.txt,0x00,12\n'.repeat(50)}`],
    ['a header without rows', 'first name,e-mail,phone\n'],
    [
      'code with commas',
      'f(name, email);\nreturn [name, email, phone];\nlet x = 1;\nlet y = 2;\nlet z = 3;\nlet w = 4;\n',
    ],
    ['secrets of machines', `token ghp_${'a1B2'.repeat(9)}\n`.repeat(30)],
  ])('says nothing of %s', (_what, text) => expect(bulks(text)).toEqual([]));

  it('sums up a list of people as one', () => {
    const text = `Here they are:\n${people(40).join('\n')}\nThank you`;
    const [only, ...others] = bulks(text);
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      detector: 'bulk-personal-data',
      category: 'contact',
      severity: 'high',
      rows: 40,
      values: 40,
    });
    expect(text.slice(only!.start, only!.end).split('\n')).toHaveLength(40);
  });

  it('is critical from a hundred rows on', () => {
    expect(bulks(people(100).join('\n')).map(({ severity }) => severity)).toEqual(['critical']);
  });

  it('takes the most serious category of what it holds', () => {
    const rows = people(12).map((row, index) => `${row}; MRN: ${String(8_412_007 + index * 31)}`);
    expect(bulks(rows.join('\n')).map(({ category }) => category)).toEqual(['health']);
  });

  it.each([',', ';', '\t', '|'])('knows a table by its header, with %j between its cells', (separator) => {
    const header = ['First name', 'Last name', 'Salary', 'Team'].join(separator);
    const rows = Array.from({ length: 8 }, (_, index) => ['Ann', 'Huber', String(41_000 + index), 'B'].join(separator));
    const [only, ...others] = bulks(['see', header, ...rows, 'end'].join('\n'));
    expect(others).toEqual([]);
    expect(only).toMatchObject({ rows: 8, category: 'financial' });
  });

  it('counts a table once whose rows hold findings too', () => {
    const rows = people(20).map((row) => row.replace(' ', ','));
    const found = bulks(['Vorname,E-Mail', ...rows].join('\n'));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ rows: 20, values: 20, start: 0 });
  });

  it('says nothing of a table in which nothing is left to find', () => {
    const text = [
      'First name;Salary',
      ...Array.from({ length: 20 }, (_, row) => `[person-column-${String(row + 1)}];n/a`),
    ].join('\n');
    expect(bulks(text)).toEqual([]);
  });

  it('grows no faster than the text', () => {
    const timed = (rows: number) => {
      const text = `first name,e-mail,phone\n${'a,b,c\n'.repeat(4)}`.repeat(rows);
      const findings = Array.from(
        { length: rows },
        (_, row) =>
          ({
            detector: 'email',
            category: 'contact',
            severity: 'low',
            confidence: 1,
            start: row * 40,
            end: row * 40 + 1,
          }) as const,
      );
      const start = performance.now();
      bulkOf(findings, text);
      return performance.now() - start;
    };
    timed(1_000);
    expect(timed(8_000)).toBeLessThan(Math.max(200, timed(2_000) * 16));
  });
});
