import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { detectors } from './detectors/index.ts';
import { shapeOf } from './regex-shape.ts';
import { createScanner, scan } from './scan.ts';
import type { Detector, Samples } from './types.ts';

const files = readdirSync(fileURLToPath(new URL('detectors', import.meta.url))).filter((file) =>
  file.endsWith('.samples.ts'),
);
const samples = (
  await Promise.all(files.map(async (file) => ((await import(`./detectors/${file}`)) as { default: Samples }).default))
).flatMap(({ hits, misses }) => [...hits, ...misses]);
const token = `ghp_${'q7Wz9Kp3Lt5Y'.repeat(3)}`;
const ids = (text: string) => scan(text).findings.map(({ detector }) => detector);

describe('scan', () => {
  it('finds the same with windows as with every expression on the whole text', () => {
    const naive = createScanner(detectors.map((detector) => ({ ...detector, anchors: [] })));
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
    const wide = [...token]
      .map((char) => (/[a-z0-9]/i.test(char) ? String.fromCharCode(char.charCodeAt(0) + 0xfee0) : char))
      .join('');
    expect(ids(`wide ${wide} text`)).toEqual(['github-token']);
  });

  it('looks into base64, and marks the whole run', () => {
    const encoded = btoa(`token ${token} here`);
    const text = `data: ${encoded};`;
    expect(scan(text).findings).toMatchObject([{ detector: 'github-token', start: 6, end: 6 + encoded.length }]);
    expect(ids(btoa(`again ${encoded} twice`))).toEqual(['github-token']);
  });

  it('is silent on bytes that only look like base64', () => {
    expect(ids(gzipSync('nothing here '.repeat(50)).toString('base64'))).toEqual([]);
  });

  it('reports the more severe of two that overlap', () => {
    expect(ids(`https://user:${token}@host.test/`)).toHaveLength(1);
  });

  it('goes on when a detector throws, and says that the scan is not complete', () => {
    const broken: Detector = {
      ...detectors[0]!,
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
});
