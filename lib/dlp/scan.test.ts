import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { allDetectorFiles } from '../../test/fixtures/detector-files.ts';
import { detectors } from './detectors/index.ts';
import { shapeOf } from './regex-shape.ts';
import { createNaiveScanner, createScanner, explain, scan } from './scan.ts';
import type { Detector } from './types.ts';

const samples = (await allDetectorFiles()).flatMap(({ samples: { hits, misses } }) => [...hits, ...misses]);
const token = `ghp_${'q7Wz9Kp3Lt5Y'.repeat(3)}`;
const anyDetector: Detector = { id: 'any', title: 'Any', category: 'credential', severity: 'high', pattern: /any/g };
const ids = (text: string) => scan(text).findings.map(({ detector }) => detector);

describe('scan', () => {
  it('finds the same with windows as with every expression on the whole text', () => {
    const naive = createNaiveScanner(detectors);
    const texts = fc
      .array(fc.oneof(fc.constantFrom(...samples), fc.string(), fc.constantFrom('\n', 'İ', 'filler '.repeat(40))))
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(texts, (text) => {
        expect(scan(text)).toEqual(naive.scan(text));
      }),
      { seed: 7, numRuns: 400 },
    );
  });

  it('says where in the text as it was given, past characters that nobody sees', () => {
    const hidden = `see ${token.slice(0, 10)}\u200b${token.slice(10)} there`;
    const [finding] = scan(hidden).findings;
    expect(hidden.slice(finding!.start, finding!.end).replace('\u200b', '')).toBe(token);
    const wide = token.replace(/[a-z0-9]/gi, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
    expect(ids(`wide ${wide} text`)).toEqual(['github-token']);
  });

  it('looks into base64, and marks the whole run', () => {
    const encoded = btoa(`token ${token} here`);
    const text = `data: ${encoded};`;
    expect(scan(text).findings).toMatchObject([{ detector: 'github-token', start: 6, end: 6 + encoded.length }]);
    expect(ids(btoa(`again ${encoded} twice`))).toEqual(['github-token']);
  });

  it('takes a long value to its end, quoted or not', () => {
    const value = 'q7Wz9Kp3Lt5YxC'.repeat(120);
    for (const text of [`PASSWORD=${value}`, `password: "${value}"`]) {
      const start = text.indexOf(value);
      expect(scan(text).findings).toMatchObject([{ start, end: start + value.length }]);
    }
  });

  it('is silent on bytes that only look like base64', () => {
    expect(ids(gzipSync('nothing here '.repeat(50)).toString('base64'))).toEqual([]);
  });

  it('reports the more severe of two that overlap', () => {
    const { findings } = scan(`https://user:${token}@host.test/`);
    expect(findings.filter(({ end }) => end > 'https://user:'.length)).toHaveLength(1);
  });

  it('goes on when a detector throws, and says that the scan is not complete', () => {
    const broken: Detector = {
      ...anyDetector,
      id: 'broken',
      pattern: /tok/g,
      verify: () => {
        throw new Error('broken');
      },
    };
    const result = createScanner([broken, ...detectors]).scan(`a tok ${token}`);
    expect(result.complete).toBe(false);
    expect(result.findings).toMatchObject([{ detector: 'github-token' }]);
  });

  it('lets a disabled detector hide nothing', () => {
    const text = `password = "${token}"`;
    expect(scan(text, { disabled: new Set(['github-token']) }).findings).toMatchObject([
      { detector: 'password-assignment' },
    ]);
    const everything = new Set(detectors.map(({ id }) => id));
    expect(scan(text, { disabled: everything })).toEqual({ findings: [], complete: true });
  });

  it('finds what only shows when its neighbour is replaced', () => {
    const one = { ...anyDetector, id: 'one', pattern: /aaa/g, verify: () => true };
    const two = { ...one, id: 'two', pattern: /(?<!a)bbb(?!c)/g };
    const three = { ...one, id: 'three', pattern: /(?<!b)ccc/g };
    const { findings } = createScanner([two, one]).scan('x aaabbb y');
    expect(findings).toMatchObject([
      { detector: 'one', start: 2, end: 5 },
      { detector: 'two', start: 5, end: 8 },
    ]);
    expect(createScanner([one, two, three]).scan('aaabbbd bccc').findings).toHaveLength(2);
    const bitByBit = { ...one, pattern: /(?<=\]|p=)[a-z]{8}/g };
    expect(
      createScanner([bitByBit])
        .scan(`p=${'a'.repeat(1_000)} b`)
        .findings.at(-1),
    ).toMatchObject({ end: 1_002 });
  });

  it('weighs the words around, and says so', () => {
    const number = ['536', '90', '4399'].join('-');
    expect(scan(`order ${number} shipped`).findings).toEqual([]);
    expect(explain(`my SSN is ${number}`).findings).toMatchObject([
      { detector: 'us-ssn', confidence: 0.75, why: ['shape', 'check', 'context:ssn'] },
    ]);
    expect(scan(`customerSSN = ${number}`).findings).toHaveLength(1);
    expect(scan(`assnume ${number}`).findings).toEqual([]);
  });

  it('reports the named part where it stands, not where its text stands first or last', () => {
    const text = 'https://host1:s3cretpart9@s3cretpart9/host1';
    expect(scan(text).findings).toMatchObject([
      { detector: 'basic-auth-url', start: 8, end: 13 },
      { detector: 'basic-auth-url', start: 14, end: 25 },
    ]);
  });

  it('says nothing of digests, ids and pictures', () => {
    const digest = createHash('sha512').update('x').digest();
    const texts = [
      digest.toString('hex'),
      `"integrity": "sha512-${digest.toString('base64')}"`,
      '123e4567-e89b-12d3-a456-426614174000',
      `commit ${digest.toString('hex').slice(0, 40)}`,
      `data:image/png;base64,${gzipSync(digest).toString('base64')}`,
      `key: ${'xxxx'.repeat(8)} password: <password> token: \${TOKEN} ${['AKIA', 'IOSFODNN7', 'EXAMPLE'].join('')}`,
    ];
    for (const text of texts) expect(ids(text)).toEqual([]);
  });

  it('survives what is no proper text', () => {
    for (const text of ['', '\ud800', `\0${token}\0`, '\udfff'.repeat(10_000)]) expect(() => scan(text)).not.toThrow();
  });
});

describe('shapeOf', () => {
  it.each([
    [/gh[pousr]_[A-Za-z0-9]{36}/g, [], 40],
    [/github_pat_[a-z]{22}/g, ['github_pat_'], 33],
    [/(?:AKIA|ASIA)[A-Z]{16}/g, ['akia', 'asia'], 20],
    [/(?<!x)abc+(?!y)/g, ['ab'], Infinity],
    [/a?bcdef\.g/g, ['bcdef.g'], 8],
    [/(?:abc)?d/g, [], 4],
    [/(?:abcd|e)f/g, [], 5],
  ])('reads %s', (pattern, anchors, longest) => {
    const shape = shapeOf(pattern);
    expect(shape.anchors).toEqual(anchors.filter((anchor) => anchor.length >= 3));
    expect(shape.longest).toBe(longest);
  });

  it.each([
    [/\d{4}[ -]?\d{2}/g, 6],
    [/(?:\d{3}|[1-9]\d)x/g, 2],
    [/(?<!\d)[0-9a-f]{8}\d*/g, 0],
    [/[1-478]7\.(?=\d{9})/g, 2],
  ])('counts the digits of %s', (pattern, digits) => expect(shapeOf(pattern).digits).toBe(digits));

  it('promises nothing about what it cannot read', () => {
    expect(shapeOf(/(?<a>abcd)\k<a>/g)).toMatchObject({
      longest: Infinity,
    });
  });
});
