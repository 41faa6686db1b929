import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDictionary, readDictionary } from './dictionary.ts';
import { tokensOf } from './tokens.ts';

const salt = Uint8Array.from({ length: 16 }, (_, at) => at * 7 + 1);
const names = [
  'Falcon',
  'Project Nest',
  'Café Zürich',
  'O’Brien',
  'Blue-Heron 7',
  'Straße',
  'ACME GmbH & Co. KG',
  'Kestrel',
  'Osprey',
  'Merlin',
];

function dictionaryOf(terms: readonly string[]) {
  const built = buildDictionary(terms, salt);
  if (!built.ok) throw new Error(JSON.stringify(built.problems));
  return readDictionary(built.data)!;
}
const found = (terms: readonly string[], text: string) =>
  [...dictionaryOf(terms).find(tokensOf(text))].map(([start, end]) => text.slice(start, end));

describe('a dictionary', () => {
  it('finds its terms whatever their case, accents and signs, the longest first', () => {
    const text = 'FALCON in the project-nest of cafe zurich, O Brien and acme gmbh co kg, strasse, blue heron 7';
    expect(found(names, text)).toEqual([
      'FALCON',
      'project-nest',
      'cafe zurich',
      'O Brien',
      'acme gmbh co kg',
      'strasse',
      'blue heron 7',
    ]);
    expect(found([...names, 'Falcon Nine'], 'falcon nine')).toEqual(['falcon nine']);
  });

  it('is silent on parts of words, on words far apart, and on all else', () => {
    expect(found(names, 'falcons unfalcon project\n\n\n\n\n\nnest blue heron')).toEqual([]);
  });

  it('finds every term of two hundred thousand, and next to nothing else in other words', { timeout: 60_000 }, () => {
    const word = (n: number) => `${String.fromCharCode(97 + (n % 26))}${(n * 7_919).toString(36)}`;
    const terms = Array.from({ length: 200_000 }, (_, n) => `${word(n)} ${word(n + 3)}`);
    const dictionary = dictionaryOf(terms);
    expect(dictionary.terms).toBe(200_000);
    const some = terms.filter((_, n) => n % 997 === 0);
    const text = some.map((term) => `see ${term.toUpperCase()} there.`).join('\n');
    expect([...dictionary.find(tokensOf(text))]).toHaveLength(some.length);
    const other = Array.from({ length: 20_000 }, (_, n) => `other${String(n)} words${String(n * 3)}`).join(' ');
    expect([...dictionary.find(tokensOf(other))]).toEqual([]);
  });

  it('keeps none of its terms readable', () => {
    const built = buildDictionary(names, salt);
    const bytes = built.ok ? Buffer.from(built.data).toString('latin1').toLowerCase() : '';
    for (const name of ['falcon', 'kestrel', 'osprey']) expect(bytes).not.toContain(name.slice(0, 4));
  });

  it('finds any planted term in any text', () => {
    const terms = fc.uniqueArray(fc.stringMatching(/^[a-z]{3,9}(?: [a-z]{3,9}){0,3}$/), {
      minLength: 12,
      maxLength: 30,
    });
    fc.assert(
      fc.property(terms, fc.string(), fc.string(), fc.nat(), (list, before, after, place) => {
        const term = list[place % list.length]!;
        const text = `${before} \n. \n ${term.toUpperCase().replaceAll(' ', '-')} \n. \n ${after}`;
        const spans = found(list, text).map((value) => value.toLowerCase().replaceAll('-', ' '));
        expect(spans.some((value) => value === term || value.includes(term) || term.startsWith(value))).toBe(true);
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it.each([
    ['an empty term', [...names, ''], { index: 10, reason: 'it has fewer than 2 letters or digits' }],
    ['one letter', [...names, 'x!'], { index: 10, reason: 'it has fewer than 2 letters or digits' }],
    ['a term of nine words', [...names, 'a b c d e f g h i'], { index: 10, reason: 'it has more than 8 words' }],
    ['fewer than ten terms', names.slice(0, 9), { index: undefined, reason: 'a list has at least 10 different terms' }],
    [
      'terms that are all alike',
      Array.from({ length: 20 }, () => 'Falcon'),
      { index: undefined, reason: 'a list has at least 10 different terms' },
    ],
  ])('is not made of %s', (_what, terms, problem) => {
    expect(buildDictionary(terms, salt)).toEqual({ ok: false, problems: [problem] });
  });

  it('is not read from bytes that are none', () => {
    const built = buildDictionary(names, salt);
    const good = built.ok ? built.data : new Uint8Array();
    const changed = (at: number, byte: number) => Uint8Array.from(good, (each, place) => (place === at ? byte : each));
    const swapped = Uint8Array.from([...good.slice(0, -6), ...good.slice(-12, -6)]);
    for (const bad of [
      new Uint8Array(),
      good.slice(0, -1),
      Uint8Array.from([...good, 0]),
      changed(0, 0),
      changed(25, 30),
      changed(20, 0),
      changed(21, 255),
      swapped,
    ])
      expect(readDictionary(bad)).toBeUndefined();
  });
});
