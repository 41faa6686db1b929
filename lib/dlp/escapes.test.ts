import { describe, expect, it } from 'vitest';
import { escapedRuns } from './escapes.ts';
import { scan } from './scan.ts';

const token = `ghp_${'q7Wz9Kp3Lt5Y'.repeat(3)}`;
const each = (write: (code: number) => string) => Array.from(token, (char) => write(char.charCodeAt(0))).join('');
const hex = (code: number, width: number) => code.toString(16).padStart(width, '0');

/** A token as people and programs disguise it. */
const disguises: readonly (readonly [string, string])[] = [
  ['escapes of four digits', `"${each((code) => `\\u${hex(code, 4)}`)}"`],
  ['escapes of two digits', `"${each((code) => `\\x${hex(code, 2)}`)}"`],
  ['escapes in braces', each((code) => `\\u{${hex(code, 2)}}`)],
  ['some escapes within', token.replace(/[W3L]/g, (char) => `\\x${hex(char.charCodeAt(0), 2)}`)],
  ['references of HTML', each((code) => `&#${code};`)],
  ['references in hexadecimal', `<p>${each((code) => `&#x${hex(code, 2)};`)}</p>`],
  ['quoted-printable', each((code) => `=${hex(code, 2).toUpperCase()}`)],
  ['quoted-printable with soft breaks', token.replace(/.{9}/g, '$&=\n')],
  ['strings that are joined', `const t = "${token.slice(0, 6)}" + "${token.slice(6, 20)}" + "${token.slice(20)}";`],
  ['strings that are joined over lines', `("${token.slice(0, 6)}"\n  "${token.slice(6)}")`],
  ['strings in single quotes', `$t = '${token.slice(0, 6)}' . '${token.slice(6)}';`],
  ['letters apart', Array.from(token).join(' ')],
];

describe('escapedRuns', () => {
  it.each(disguises)('lays bare %s', (_how, text) => {
    expect(scan(`see ${text} there`).findings).toMatchObject([{ detector: 'github-token' }]);
  });

  it('reads what a page of HTML holds as a person reads it', () => {
    const text = 'data-x="{&quot;password&quot;: &quot;Tr0ub4dor&amp;3x&quot;}"';
    expect([...escapedRuns(text)].map(({ decoded }) => decoded)).toEqual(['"password": "Tr0ub4dor&3x"']);
    expect(scan(text).findings).toMatchObject([{ detector: 'password-assignment' }]);
  });

  it('says where the disguise stands', () => {
    const text = `see gh${each((code) => `\\x${hex(code, 2)}`).slice(8)} there`;
    const [run] = [...escapedRuns(text)];
    expect(text.slice(run!.start, run!.end)).toBe(text.slice(4, -6));
    expect(run!.decoded).toBe(token);
  });

  it('takes code points that do not exist for none', () => {
    expect([...escapedRuns('\\u{ffffff}\\u{ffffff}\\u{ffffff}')].map(({ decoded }) => decoded)).toEqual([
      '\ufffd\ufffd\ufffd',
    ]);
    expect([...escapedRuns('&#9999999;&#9999999;&#9999999;')]).toHaveLength(1);
  });

  it.each(['two \\x41\\x42 only', 'a = 1, b = 2', '"a": "b", "c": "d"', 'I a m', "it's 'one' and 'two'"])(
    'reads nothing into %s',
    (text) => expect([...escapedRuns(text)]).toEqual([]),
  );

  it('finds letters apart wherever they stand', () => {
    const plain = /(?<!\S)(?:[A-Za-z0-9_+/=.:-][ ]){15,512}[A-Za-z0-9_+/=.:-](?!\S)/g;
    let state = 1;
    const below = (most: number) => (state = (state * 48_271) % 2_147_483_647) % most;
    const pieces = [
      'a ',
      'b ',
      'c ',
      '7 ',
      'x',
      ' ',
      'é ',
      '# ',
      'a b c d e f g h i j k l m n o p',
      'word ',
      '\n',
      'q '.repeat(520),
    ];
    let found = 0;
    for (let round = 0; round < 2_000; round += 1) {
      const text = Array.from(
        { length: 5 + below(40) },
        () => pieces[below(below(3) === 0 ? pieces.length - 1 : 4)],
      ).join('');
      const long = below(50) === 0 ? [text, pieces[11], text].join('') : text;
      const runs = [...escapedRuns(long)].map(({ start, end }) => long.slice(start, end));
      expect(runs).toEqual(Array.from(long.matchAll(plain), ([run]) => run));
      found += runs.length;
    }
    expect(found).toBeGreaterThan(500);
  });

  it.each(['\\u0041', '&#65;', '=41', '"a" + ', "'a' + ", 'a '])('ends soon on a long row of %s', (seed) => {
    expect([...escapedRuns(seed.repeat(20_000))].length).toBeLessThan(2_000);
  });
});
