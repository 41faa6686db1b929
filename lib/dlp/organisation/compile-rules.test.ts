import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectors as all } from '../detectors/index.ts';
import { newConversation, redact } from '../redact.ts';
import { createScanner, scan } from '../scan.ts';
import { compileRules } from './compile-rules.ts';
import type { CustomRule } from './custom-rule.ts';
import { loadPatterns, readPattern } from './linear-pattern.ts';

await loadPatterns();

const rule = (change: Partial<CustomRule>): CustomRule => ({
  id: 'org-test',
  title: 'Test',
  category: 'organisation',
  severity: 'high',
  ...change,
});
const found = (change: Partial<CustomRule>, text: string) => {
  const { detectors, problems } = compileRules([rule(change)]);
  expect(problems).toEqual([]);
  return createScanner(detectors)
    .scan(text)
    .findings.map(({ start, end }) => text.slice(start, end));
};
const problem = (change: Partial<CustomRule>) => compileRules([rule(change)]).problems[0];

describe('a pattern of an organisation', () => {
  it('finds what it says, at any place and in any case it allows', () => {
    const pattern = '\\bEMP-\\d{6}\\b';
    expect(found({ pattern }, 'EMP-123456, emp-123456, XEMP-123456 and EMP-1234567, EMP-654321')).toEqual([
      'EMP-123456',
      'EMP-654321',
    ]);
    expect(found({ pattern, ignoreCase: true }, 'emp-123456')).toEqual(['emp-123456']);
    expect(found({ pattern: '^ticket [A-Z]{3}$' }, 'a\nticket ABC\nno ticket ABC')).toEqual(['ticket ABC']);
  });

  it('knows classes of Unicode and characters of two units', () => {
    expect(found({ pattern: 'Kunde \\p{Lu}\\p{L}+' }, 'der Kunde Österreicher')).toEqual(['Kunde Österreicher']);
    expect(found({ pattern: 'plan .{3}!' }, 'plan 😀😀😀!')).toEqual(['plan 😀😀😀!']);
  });

  it('counts near its words alone, but for the values that are none', () => {
    const change = {
      pattern: '[A-Z]{2}\\d{4}',
      near: { keywords: ['Vertrag', 'contract no'], within: 40 },
      except: ['AB 0000'],
      exceptPattern: 'ZZ\\d+',
    };
    expect(found(change, `contract no. AB1234, AB0000, ZZ1234. ${'word '.repeat(20)}CD1234`)).toEqual(['AB1234']);
    expect(found(change, `vertrag: CD1234`)).toEqual(['CD1234']);
  });

  it('finds the same around its anchors as in the whole text', () => {
    const read = readPattern('\\b(?:acme|intern)-[a-z]{1,8}\\b', false);
    if (!read.ok) throw new Error(read.reason);
    const { pattern } = read;
    const piece = fc.oneof(
      fc.constantFrom('acme-', 'intern-plan', 'x', '-', 'acme-falcon', ' ', 'filler '.repeat(20)),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        const places = pattern.anchors.flatMap((anchor) =>
          [...text.toLowerCase().matchAll(new RegExp(anchor, 'g'))].map(({ index }) => index + anchor.length),
        );
        const near =
          places.length === 0
            ? []
            : [
                ...pattern.find(
                  text,
                  places.sort((left, right) => left - right),
                ),
              ];
        expect(near).toEqual([...pattern.find(text, [])]);
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  it.each([
    ['(a', 1, /missing closing/],
    ['ab[c', 2, /missing closing/],
    ['a**', 2, /./],
    ['(?<=x)secret', 0, /lookaround/],
    ['(a)\\1', 3, /back reference/],
    ['x*', undefined, /matches nothing/],
    ['((a{1,100}){1,100}){1,100}', undefined, /repeat count|large/],
    ['a'.repeat(1_001), 1_000, /longer than/],
  ])('is refused with a place and a reason: %s', (pattern, position, reason) => {
    expect(problem({ pattern })).toMatchObject({ rule: 'org-test', field: 'pattern' });
    if (position !== undefined) expect(problem({ pattern })?.position).toBe(position);
    expect(problem({ pattern })?.reason).toMatch(reason);
  });

  it('takes no longer for a text that is made against it', () => {
    const hostile = ['(?:a+)+b', '(?:x|x)*y', '(?:\\d+-?)+z'].map((pattern, place) =>
      rule({ id: `org-${String(place)}`, pattern }),
    );
    const { detectors, problems } = compileRules(hostile);
    expect(problems).toEqual([]);
    const scanner = createScanner(detectors);
    for (const seed of ['a', 'x', '1-'])
      expect(scanner.scan(seed.repeat(50_000))).toEqual({ findings: [], complete: true });
  });
});

describe('keywords of an organisation', () => {
  it.each([
    ['Project Falcon', 'the PROJECT-FALCON plan', ['PROJECT-FALCON']],
    ['Café Zürich', 'cafe zurich and CAFÉ ZÜRICH', ['cafe zurich', 'CAFÉ ZÜRICH']],
    ['Straße 7', 'Strasse 7', ['Strasse 7']],
    ['O’Brien', "O'Brien", ["O'Brien"]],
    ['falcon', 'falcons and unfalcon', []],
    ['project falcon', 'project: \n\n\n\n falcon', []],
  ])('find %s whatever its case, accents and signs', (keyword, text, expected) => {
    expect(found({ keywords: [keyword] }, text)).toEqual(expected);
  });

  it('take the longest phrase', () => {
    expect(found({ keywords: ['Falcon', 'Falcon Nine'] }, 'falcon nine, falcon ten')).toEqual([
      'falcon nine',
      'falcon',
    ]);
  });

  it('are refused when they are next to nothing', () => {
    expect(problem({ keywords: ['plan', '-'] })).toMatchObject({
      field: 'keywords',
      reason: expect.stringContaining('"-"') as string,
    });
    expect(problem({})).toMatchObject({ field: 'pattern' });
    expect(problem({ pattern: 'abc', keywords: ['abc'] })).toMatchObject({ field: 'pattern' });
  });
});

describe('the rules of an organisation', () => {
  const rules = [
    rule({ id: 'org-staff', pattern: 'EMP-\\d{6}' }),
    rule({ id: 'org-broken', pattern: '(' }),
    rule({ id: 'org-falcon', keywords: ['falcon'] }),
  ];

  it('run without the one that is broken', () => {
    const { detectors, problems } = compileRules(rules);
    expect(detectors.map(({ id }) => id)).toEqual(['org-staff', 'org-falcon']);
    expect(problems.map(({ rule: id }) => id)).toEqual(['org-broken']);
  });

  it('may be twenty without a literal and no more, each with an id of its own', () => {
    const many = Array.from({ length: 22 }, (_, place) => rule({ id: `org-${String(place)}`, pattern: '[a-z]\\d' }));
    expect(compileRules(many).problems).toHaveLength(2);
    expect(compileRules([rules[0]!, rules[0]!]).problems).toMatchObject([{ field: 'id' }]);
  });

  it('stand beside the detectors of everybody, and what they find is replaced', () => {
    const scanner = createScanner([...all, ...compileRules(rules).detectors]);
    const text = 'EMP-123456 works on Falcon, mail a.person@brauerei-sonne.at';
    const { findings } = scanner.scan(text);
    expect(findings.map(({ detector }) => detector)).toEqual(['org-staff', 'org-falcon', 'email']);
    const safe = redact(text, findings, newConversation());
    expect(safe).toBe('[org-staff-1] works on [org-falcon-1], mail [email-1]');
    expect(scanner.scan(safe).findings).toEqual([]);
    expect(scan(text).findings).toHaveLength(1);
    expect(scanner.scan('[falcon-1] is no mark').findings).toHaveLength(1);
  });
});
