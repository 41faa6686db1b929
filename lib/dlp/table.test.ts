import { describe, expect, it } from 'vitest';
import { scan } from './scan.ts';
import { tablesOf } from './table.ts';

const cellsIn = (text: string) =>
  tablesOf(text).map(({ cells }) =>
    Object.entries(cells).map(([category, spans]) => [category, spans.map(({ start, end }) => text.slice(start, end))]),
  );

describe('tablesOf', () => {
  it.each([
    ['nothing', ''],
    ['line ends alone', '\n'.repeat(50_000)],
    ['separators alone', ',;|\t'.repeat(20_000)],
    ['quotes that never close', `"${'a,"'.repeat(20_000)}`],
    ['a header alone', 'first name,e-mail'],
    ['two rows', 'first name,e-mail\na,b\nc,d'],
    ['a table of files', 'name,address,size\na,b,c\na,b,c\na,b,c\na,b,c'],
    ['rows of other widths', 'first name,e-mail\na,b,c\na\na,b,c\na,b,c'],
    [
      'a list of words in code',
      'const fields = [firstName, email, phone];\nreturn f(a, b);\nreturn g(a, b);\nreturn h(a, b);',
    ],
  ])('finds none in %s', (_what, text) => expect(tablesOf(text)).toEqual([]));

  it('tells what the columns hold', () => {
    const text =
      'intro\nid;First name;SSN;Salary;Diagnosis;E-Mail\n1;Ann;x1;10;flu;a@b\n2;Bob;x2;20;;c@d\n3;"Cy; Jr";x3;30;flu;e@f\n\nend';
    expect(cellsIn(text)).toEqual([
      [
        ['person', ['Ann', 'Bob', 'Cy; Jr']],
        ['identity', ['x1', 'x2', 'x3']],
        ['financial', ['10', '20', '30']],
        ['health', ['flu', 'flu']],
        ['contact', ['a@b', 'c@d', 'e@f']],
      ],
    ]);
  });

  it('reads tables of Markdown and of spreadsheets', () => {
    expect(cellsIn('| Surname | Phone |\n|---|:--|\n| A | 1 |\n| B | 2 |\n| C | 3 |\n')).toEqual([
      [
        ['person', ['A', 'B', 'C']],
        ['contact', ['1', '2', '3']],
      ],
    ]);
    expect(tablesOf('lastName\tphone_number\nA\t1\nB\t2\nC\t3')).toMatchObject([{ rows: 3, start: 0 }]);
  });

  it('grows no faster than the text', () => {
    const timed = (count: number) => {
      const text = 'first name,e-mail,phone\na,b,c\n'.repeat(count);
      const start = performance.now();
      tablesOf(text);
      return performance.now() - start;
    };
    timed(1_000);
    expect(timed(8_000)).toBeLessThan(Math.max(200, timed(2_000) * 16));
  });
});

describe('a table that is scanned', () => {
  it('has its cells found in whole, far below the header, and is clean when they are replaced', () => {
    const rows = Array.from(
      { length: 60 },
      (_, index) => `${String(index)},Amara Oyelaran,QX-${String(4_000 + index * 7)},41${String(index)}00`,
    );
    const text = ['no,Full name,National ID,Salary', ...rows].join('\n');
    const found = scan(text).findings.map(({ start, end }) => text.slice(start, end));
    expect(found.filter((cell) => cell.startsWith('QX-'))).toHaveLength(60);
    expect(found.filter((cell) => cell === 'Amara Oyelaran')).toHaveLength(60);
    const masked = scan(text).findings.reduceRight(
      (rest, { start, end, detector }) => `${rest.slice(0, start)}[${detector}-1]${rest.slice(end)}`,
      text,
    );
    expect(scan(masked).findings).toEqual([]);
  });
});
