import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longTexts } from '../../test/fixtures/long-texts.ts';
import { cutAfter, cutBefore } from './boundary.ts';
import { beside } from './collect-again.ts';
import { compile } from './compile.ts';
import { encodedKinds } from './decode.ts';
import { detectors } from './detectors/index.ts';
import { editBetween } from './edit.ts';
import { escapedKinds } from './escapes.ts';
import { normalise } from './normalise.ts';
import { renormalise } from './renormalise.ts';
import { resurvey } from './resurvey.ts';
import { createScanner } from './scan.ts';
import { surveySteps } from './survey.ts';
import type { Places, Survey } from './survey.ts';

const from = (pieces: readonly string[], most: number) =>
  fc.array(fc.constantFrom(...pieces), { maxLength: most }).map((parts) => parts.join(''));
const line = 'QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5ejAxMjM0';

describe('an edit', () => {
  it('is the smallest stretch that was replaced', () => {
    const texts = from(['a', 'b', 'ab', 'a'.repeat(70), 'b'.repeat(1_500), 'é'], 12);
    fc.assert(
      fc.property(texts, texts, (before, now) => {
        const { start, endBefore, end } = editBetween(before, now);
        expect(before.slice(0, start) + now.slice(start, end) + before.slice(endBefore)).toBe(now);
        expect([before.length - endBefore, start <= end, start <= endBefore]).toEqual([now.length - end, true, true]);
        if (start < end && start < endBefore) {
          expect(before[start]).not.toBe(now[start]);
          expect(before[endBefore - 1]).not.toBe(now[end - 1]);
        }
      }),
      { seed: 3, numRuns: 2_000 },
    );
  });
});

describe('a cut', () => {
  const runsOf = (text: string) => [
    ...encodedKinds.map((kind) => Array.from(kind(text), ({ start, end }) => ({ start, end }))),
    ...escapedKinds.map((kind) => [...kind(text)]),
  ];

  it('goes through no encoded run', () => {
    const pieces = [
      line, `${line}\n`, `\n  ${line}`, `${line}\\n`, 'QUJD', 'a b c d e f g h i j k l m n o p q ', 'x ', '%41', '%3D%41%42', '\\u0041', '\\x41',
      '&#65;', '=41', '=41=42=43', '=\n', '=\r\n', '"', '"a"', '" + "', '"."', "'a'", "' . '", '\n', '\n', '\n\n', '\r\n', ' ', '.', ',', ';', '+',
      '&', '-', '_', '!', 'word', 'x.\n', ',\n', ';\r\n', ')\n', '"\n\n', 'a\n\n',
    ]; // prettier-ignore
    fc.assert(
      fc.property(from(pieces, 40), fc.nat(), (text, place) => {
        for (const cut of [cutBefore(text, place % (text.length + 1)), cutAfter(text, place % (text.length + 1))]) {
          const behind = runsOf(text.slice(cut)).map((runs) =>
            runs.map((run) => ({ ...run, start: run.start + cut, end: run.end + cut })),
          );
          expect(runsOf(text.slice(0, cut)).map((runs, kind) => [...runs, ...behind[kind]!])).toEqual(runsOf(text));
        }
      }),
      { seed: 7, numRuns: 6_000 },
    );
  });

  it('lies within what is the same on both sides', () => {
    fc.assert(
      fc.property(from(['word', ',', '\n', '\r\n', '.'], 60), fc.nat(), (text, at) => {
        const place = at % (text.length + 1);
        expect(cutBefore(text, place)).toBe(cutBefore(text.slice(0, place), place));
        expect(cutAfter(text, place) - place).toBe(cutAfter(text.slice(place), 0));
      }),
      { seed: 9, numRuns: 2_000 },
    );
  });
});

describe('renormalise', () => {
  const pieces = ['a', 'Z9', '_', '\n', '\n', '\r\n', ' ', '\u200b', '\ufeff', 'о', 'рас', 'ΑΒΕΖΗ', '\u{1d400}', '\ud835', '\udfd8', '\u{1f130}', '\u{e0041}', '\u00a0', '\u2011', '\u2460', '\u2469', '\uff21', 'é', '日本']; // prettier-ignore

  it('is what normalise makes of it, edit after edit', () => {
    fc.assert(
      fc.property(
        fc.array(from(pieces, 20), { minLength: 3, maxLength: 12 }),
        fc.infiniteStream(fc.nat()),
        (parts, numbers) => {
          let text = parts.slice(0, 3).join('');
          let known = normalise(text);
          for (const part of parts.slice(3)) {
            const at = numbers.next().value % (text.length + 1);
            const next = text.slice(0, at) + part + text.slice(at + (numbers.next().value % 6));
            const { normal, edit } = renormalise(next, known, editBetween(text, next));
            const wanted = normalise(next);
            const places = Array.from({ length: next.length + 1 }, (_, place) => place);
            const starts = Array.from({ length: wanted.text.length }, (_, place) => place);
            expect(normal.text).toBe(wanted.text);
            expect(places.map(normal.placeOf)).toEqual(places.map(wanted.placeOf));
            for (const start of starts)
              for (const end of [start + 1, starts.length])
                expect(normal.original({ start, end })).toEqual(wanted.original({ start, end }));
            const { text: earlier } = known;
            expect(earlier.slice(0, edit.start) + normal.text.slice(edit.start, edit.end) + earlier.slice(edit.endBefore)).toBe(normal.text); // prettier-ignore
            [text, known] = [next, normal];
          }
        },
      ),
      { seed: 5, numRuns: 1_500 },
    );
  });
});

describe('resurvey', () => {
  const { sought } = compile(detectors);
  const surveyOf = (text: string): Survey => {
    const steps = surveySteps(text, sought);
    for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
  };
  const listed = (places: Places) => [...places].flatMap((list, place) => (list?.length ? [[place, ...list]] : []));

  it('is what a survey of the whole text finds, edit after edit', async () => {
    const { text, edited } = await longTexts(23);
    for (const size of [500, 3_000, 9_000, 30_000]) {
      let now = text(size, 0.4);
      let known = surveyOf(now);
      for (let step = 0; step < 40; step += 1) {
        const next = edited(now);
        const again = resurvey(next, known, { edit: editBetween(now, next), sought })!;
        const wanted = surveyOf(next);
        expect(listed(again.ends)).toEqual(listed(wanted.ends));
        expect(listed(again.strict!)).toEqual(listed(wanted.strict!));
        expect(listed(again.loose!)).toEqual(listed(wanted.loose!));
        expect([...again.words].sort()).toEqual([...wanted.words].sort());
        [now, known] = [next, again];
      }
    }
  });
});

describe('what a detector checks', () => {
  it('hangs on nothing that stands far from the match', async () => {
    let checked = 0;
    const far: string[] = [];
    const checkedTwice = detectors.map((detector) => {
      const { id, verify } = detector;
      if (verify === undefined || verify.length < 2) return detector;
      return {
        ...detector,
        verify: (secret: string, match: RegExpExecArray) => {
          const { index, input, groups, indices } = match;
          const first = Math.max(0, index - beside);
          const part = input.slice(first, index + match[0].length + beside);
          const near = Object.assign([...match], {
            index: index - first,
            input: part,
            groups,
            indices,
          }) as RegExpExecArray;
          const verdict = verify(secret, match);
          checked += 1;
          if (verify(secret, near) !== verdict) far.push(id);
          return verdict;
        },
      };
    });
    const { text } = await longTexts(31);
    const scanner = createScanner(checkedTwice);
    for (const density of [0.3, 0.9]) scanner.scan(text(150_000, density));
    expect(far).toEqual([]);
    expect(checked).toBeGreaterThan(1_000);
  });
});
