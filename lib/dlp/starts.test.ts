import { describe, expect, it } from 'vitest';
import { allDetectorFiles } from '../../test/fixtures/detector-files.ts';
import { detectors } from './detectors/index.ts';
import { Matcher } from './matcher.ts';
import { numbersIn, planOf } from './plan.ts';
import { createCursor, startsOf } from './starts.ts';
import type { StartGroups } from './starts.ts';

const samples = (await allDetectorFiles()).flatMap(({ samples: { hits, misses } }) => [...hits, ...misses]);
const { places, words } = planOf(detectors);
const known = detectors.map((detector, place) => {
  const known = numbersIn(places[place]?.[0] ?? []).filter((word) => !words.alone.includes(word));
  const anchors = known.map((word) => words.texts[word] ?? '');
  return { detector, anchors, starts: startsOf(detector.pattern, anchors) };
});

/** Where the anchors end, in order. */
function endsOf(anchors: readonly string[], text: string): readonly number[] {
  const lower = text.toLowerCase();
  const ends = anchors.flatMap((anchor) => {
    const found: number[] = [];
    for (let at = lower.indexOf(anchor); at >= 0; at = lower.indexOf(anchor, at + 1)) found.push(at + anchor.length);
    return found;
  });
  return ends.sort((left, right) => left - right);
}

function placesIn(starts: StartGroups, text: string, anchors: readonly number[]): readonly number[] {
  const next = createCursor(starts, { part: text, offset: 0, anchors });
  const found: number[] = [];
  for (let at = next(0); at >= 0; at = next(at + 1)) found.push(at);
  return found;
}

describe('where matches can begin', () => {
  it('is known for most patterns with anchors, and then for each of their matches', () => {
    let matches = 0;
    for (const { detector, anchors, starts } of known) {
      if (!starts) continue;
      for (const text of samples) {
        const expression = new RegExp(detector.pattern.source, `${detector.pattern.flags.replace('g', '')}g`);
        const found = Array.from(text.matchAll(expression), ({ index }) => index);
        if (found.length === 0) continue;
        matches += found.length;
        const ends = endsOf(anchors, text);
        // A match without any of the anchors that are given for its detector is not looked for at all.
        if (ends.length > 0) expect(placesIn(starts, text, ends), detector.id).toEqual(expect.arrayContaining(found));
      }
    }
    expect(known.filter(({ starts }) => starts).length).toBeGreaterThan(150);
    expect(matches).toBeGreaterThan(1_000);
  });

  it('is counted from the anchor, and needs the two first units', () => {
    const starts = startsOf(/(?<![a-z])(?:key|my[_-]?key)=\d{4}/g, ['key=']);
    const text = 'key=1 monkey=2 my_key=3 mykey=4 kexy';
    expect(starts && placesIn(starts, text, endsOf(['key='], text))).toEqual([0, 15, 18, 24]);
  });

  it.each([
    ['has none of the anchors', /(?:key|token)=\d/g, 'tokens token=1 keys monkey=2', [0, 7, 23]],
    ['may have its anchor anywhere', /(?<![a-z])a[a-z]*key=\d/g, 'a akey=1 bakery key=2 abckey=3', [2, 22]],
  ])('is told by the first units where a branch %s', (_how, pattern, text, expected) => {
    const starts = startsOf(pattern, ['key=']);
    expect(starts && placesIn(starts, text, endsOf(['key='], text))).toEqual(expected);
  });

  it.each([
    ['there are no anchors', /key=\d/g, []],
    ['case means more than in ASCII', /key=\d/giu, ['key=']],
  ])('is not known where %s', (_why, pattern, anchors) => {
    expect(startsOf(pattern, anchors)).toBeUndefined();
  });
});

describe('a matcher', () => {
  const pattern = /\b(?:my_)?token=(?<secret>[a-z]{3})/g;
  const text = `${'a token of thanks. '.repeat(300)}token=abc token=xyz my_token=opq`;

  function found(matcher: Matcher): readonly string[] {
    const matches: string[] = [];
    const anchors = endsOf(['token='], text);
    matcher.search({ part: text, offset: 0, anchors }, 0, ({ 0: whole }, end) => {
      matches.push(whole);
      return end;
    });
    return matches;
  }

  it('finds the same when it has learned where matches begin', () => {
    const matcher = new Matcher(pattern, ['token=']);
    const expected = ['token=abc', 'token=xyz', 'my_token=opq'];
    for (let round = 0; round < 3; round += 1) expect(found(matcher)).toEqual(expected);
  });

  it('may be used again while it visits a match', () => {
    const matcher = new Matcher(pattern, ['token=']);
    const anchors = endsOf(['token='], text);
    const inner: string[] = [];
    const outer: string[] = [];
    for (let round = 0; round < 2; round += 1)
      matcher.search({ part: text, offset: 0, anchors }, 0, ({ 0: whole }, end) => {
        outer.push(whole);
        inner.push(...found(matcher));
        return end;
      });
    expect(outer).toHaveLength(6);
    expect(inner).toHaveLength(18);
  });
});
