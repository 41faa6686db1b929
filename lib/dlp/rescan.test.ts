import { describe, expect, it } from 'vitest';
import { counted } from '../../test/fixtures/counted.ts';
import { longTexts } from '../../test/fixtures/long-texts.ts';
import { rescannerOf } from './rescan.ts';
import { createScanner, scannerFor } from './scan.ts';

/** Many more where time does not matter so much. */
const sequences = process.env['CI'] ? 60 : 10;
const steps = 8;
const sizes = [20_500, 30_000, 60_000, 120_000, 300_000];
const densities = [0.01, 0.05, 0.2, 0.8];

describe('a rescan', () => {
  it(
    'finds exactly what a scan finds, whatever is done to a long text, one edit after the other',
    { timeout: 600_000 },
    async () => {
      const { text, edited, number } = await longTexts(11);
      const scanner = scannerFor();
      for (let sequence = 0; sequence < sequences; sequence += 1) {
        const { explain } = rescannerOf(scanner);
        let now = text(sizes[sequence % sizes.length]!, densities[sequence % densities.length]!);
        let before = now;
        let typed = number(now.length);
        let { findings } = explain(now);
        for (let step = 0; step < steps; step += 1) {
          const near = findings[number(findings.length)];
          const place = near && step % 4 === 1 ? Math.max(0, near.start - 150 + number(300)) : undefined;
          const next = step % 3 === 2 ? now.slice(0, typed) + 'x' + now.slice(typed) : edited(now, place);
          [before, now] = [now, step === 5 ? before : next]; // somebody takes it back
          typed = Math.min(typed + 1, now.length);
          const again = explain(now);
          expect({ sequence, step, ...again }).toEqual({ sequence, step, ...scanner.explain(now) });
          ({ findings } = again);
        }
      }
    },
  );

  it.each([
    ['the beginning', 0],
    ['the end', 1],
    ['the middle', 0.5],
  ])('finds a secret that is typed letter by letter at %s, and loses it again', (_where, share) => {
    const filler = 'nothing in particular happened here.\n'.repeat(1_000);
    const at = filler.lastIndexOf('\n', filler.length * share) + 1;
    const secret = `key AKIA${'Q7ZX'.repeat(4)} and mail jane.roe@firma.de\n`;
    const scanner = scannerFor();
    const { explain } = rescannerOf(scanner);
    let most = 0;
    for (let typed = 0; typed <= secret.length * 2; typed += 1) {
      const part = secret.slice(0, typed <= secret.length ? typed : 2 * secret.length - typed);
      const text = filler.slice(0, at) + part + filler.slice(at);
      const found = explain(text);
      expect(found).toEqual(scanner.explain(text));
      most = Math.max(most, found.findings.length);
    }
    expect(most).toBeGreaterThan(0);
  });

  const counting = () => {
    const { detector, asked } = counted((value) => value !== 'code-0000');
    return { scanner: createScanner([detector]), checked: asked };
  };
  const codes = Array.from({ length: 3_000 }, (_, line) => `line ${String(line)} of it: code-0000, and no more\n`).join(
    '',
  );

  it('looks only at what is near the edit', () => {
    const { scanner, checked } = counting();
    const rescanner = rescannerOf(scanner);
    rescanner.scan(codes);
    const whole = checked();
    expect(whole).toBe(3_000);
    const edited = `${codes.slice(0, 60_000)}x${codes.slice(60_000)}`;
    expect(rescanner.unknownUnits(edited)).toBe(1);
    rescanner.scan(edited);
    expect(checked() - whole).toBeLessThan(20);
    scanner.scan(edited);
    expect(checked() - whole).toBeGreaterThan(3_000);
  });

  it('holds no short texts, and of several long ones each', () => {
    const rescanner = rescannerOf(counting().scanner);
    const short = codes.slice(0, 15_000);
    rescanner.scan(short);
    expect(rescanner.unknownUnits(short)).toBe(short.length);
    const texts = ['one ', 'two ', 'three '].map((word) => word.repeat(10_000));
    for (const text of texts) rescanner.scan(text);
    expect(texts.map((text) => rescanner.unknownUnits(`${text}.`))).toEqual([1, 1, 1]);
    rescanner.scan('four '.repeat(10_000));
    expect(rescanner.unknownUnits(texts[0]!)).toBeGreaterThan(30_000);
    expect(rescanner.unknownUnits('four '.repeat(500_000))).toBe(2_500_000);
  });

  it('says that it is incomplete where a detector throws, and looks at all of it again', () => {
    let isBroken = true;
    const { detector } = counted(() => {
      if (isBroken) throw new Error('broken');
      return true;
    });
    const rescanner = rescannerOf(createScanner([detector]));
    const text = `${'words and words. '.repeat(2_000)}code-1234`;
    expect(rescanner.scan(text)).toEqual({ complete: false, findings: [] });
    isBroken = false;
    const { complete, findings } = rescanner.scan(text);
    expect([complete, findings.length]).toEqual([true, 1]);
  });

  it('gives up its work in small pieces', () => {
    const { scanner } = counting();
    const rescanner = rescannerOf(scanner);
    const [first, again] = [codes, `${codes}code-1234`].map((text) => {
      const shares: number[] = [];
      const work = rescanner.steps(text);
      let step = work.next();
      for (; step.done !== true; step = work.next()) shares.push(step.value);
      expect(step.value).toEqual(scanner.scan(text));
      return shares;
    });
    expect(first!.length).toBeGreaterThan(2);
    expect([...first!, ...again!].every((share) => share >= 0 && share < 1)).toBe(true);
  });
});
