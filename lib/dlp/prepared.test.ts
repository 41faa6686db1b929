import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from './compile.ts';
import { shapeOfDetector } from './detector-shape.ts';
import { detectors } from './detectors/index.ts';
import type { Outlines } from './outlines.ts';
import { planOf } from './plan.ts';
import { prepare, unpack } from './prepared.ts';
import { Surveyor } from './survey.ts';
import type { Sought, Survey } from './survey.ts';

const walked = ['Please explain 3.14 to me, step by step.', '{"id":"12-ab","at":1748332800.5}', 'a\n| b | c-d_e |\n'];
const packed = prepare(detectors, walked);
const { plan, shapes } = unpack(packed, detectors);

/** By outline: where it ends, whatever the sets are numbered. */
function endsByOutline(outlines: Outlines, places: Survey['strict']): ReadonlyMap<number, readonly number[]> {
  const ends = new Map<number, number[]>();
  places?.forEach((ats, set) => {
    for (const outline of outlines.sets[set] ?? []) ends.set(outline, [...(ends.get(outline) ?? []), ...(ats ?? [])]);
  });
  return new Map([...ends].map(([outline, ats]) => [outline, ats.sort((left, right) => left - right)]));
}

function survey(text: string, sought: Sought) {
  const surveyor = new Surveyor(text, sought);
  surveyor.advance(0, text.length);
  const { strict, loose, words } = surveyor.finish();
  return { words, strict: endsByOutline(sought.strict, strict), loose: endsByOutline(sought.loose, loose) };
}

describe('what a build prepares', () => {
  it('lets a fresh engine walk over the same texts without making a step', () => {
    const { sought } = compile(detectors, plan);
    const statesOf = () => sought.strict.taken().ends.length + sought.loose.taken().ends.length;
    const before = statesOf();
    const places = [sought.strict.next.slice(), sought.loose.next.slice()];
    for (const text of walked) survey(text, sought);
    expect([sought.strict.next, sought.loose.next]).toEqual(places);
    expect(statesOf()).toBe(before);
    expect(before).toBeGreaterThan(50);
  });

  it('finds the same ends in any text', () => {
    const cold = compile(detectors, planOf(detectors, { shapes: shapes() })).sought;
    const fresh = compile(detectors, plan).sought;
    const piece = fc.oneof(
      fc.string({ unit: fc.constantFrom(...Array.from('019AZaz -./,:_()\n\t="é')) }),
      fc.constantFrom(
        'explain 3.14',
        '+49 30 901820',
        '12-ab',
        '2024-05-17',
        'https://example.org',
        '4111 1111 1111 1111',
      ),
    );
    const texts = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(' '));
    let ended = 0;
    fc.assert(
      fc.property(texts, (text) => {
        const expected = survey(text, cold);
        ended += expected.strict.size + expected.loose.size;
        expect(survey(text, fresh)).toEqual(expected);
      }),
      { numRuns: 2_000, seed: 20_261_128 },
    );
    expect(ended).toBeGreaterThan(1_000);
  });

  it('says what the patterns say', () => {
    const known = shapes();
    expect(known.size).toBe(detectors.length);
    for (const detector of detectors)
      expect({ id: detector.id, ...known.get(detector) }).toEqual({ id: detector.id, ...shapeOfDetector(detector) });
  });

  it('knows every word, though most are read from the detectors', () => {
    const { words, places } = planOf(detectors, { texts: walked });
    expect(plan.words).toEqual(words);
    expect(plan.places).toEqual(places);
  });

  it('is small beside the rules', () => {
    expect(packed.plan.length).toBeLessThan(60_000);
    expect(packed.outlines.length).toBeLessThan(100_000);
  });
});
