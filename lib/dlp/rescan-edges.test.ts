import { expect, it } from 'vitest';
import { rescannerOf } from './rescan.ts';
import { createScanner } from './scan.ts';
import type { Detector } from './types.ts';

/** Detectors whose matches hang on what stands beside them, or on the matches before them, as far as that is allowed. */
const kind = { category: 'credential', severity: 'high' } as const;
const detectors: readonly Detector[] = [
  { ...kind, id: 'by-words', title: 'By words', pattern: /code-\d{4}/g, confidence: 0.6, context: ['invoice'] },
  { ...kind, id: 'by-looks', title: 'By looks', pattern: /(?<!stop [_]{20,40})ref-\d{3}(?![_]{10,40} stop)/g },
  {
    ...kind,
    id: 'by-check',
    title: 'By check',
    pattern: /pin-\d{4}/g,
    verify: (_, { input, index }) => !`${input.slice(Math.max(0, index - 250), index)}${input.slice(index + 8, index + 258)}`.includes('ignore'),
  },
  { ...kind, id: 'by-chain', title: 'By chain', pattern: /[bdgk]{9}(?=[bdgk])/g },
]; // prettier-ignore

const neutral = 'what somebody says about nothing of interest, ';
/** With a value of each kind, between stretches of so many units; a run of letters in which each match begins where the last one ended. */
function long(between: number): string {
  const gap = neutral.repeat(20).slice(0, between);
  const values = [`code-1234 ${gap}`, `ref-123 ${gap}`, `pin-1234 ${gap}`];
  const half = values.join('').repeat(Math.ceil(11_000 / values.join('').length));
  return `${half}\n${'bdgkkgdb'.repeat(250)}\n${half}`;
}

const step = process.env['CI'] ? 13 : 29;
const typed = ['invoice ', 'ignore ', `stop ${'_'.repeat(30)}`, `${'_'.repeat(30)} stop`, 'b', 'code-9876 '];

it.each([
  ['far from each other', 700],
  ['with windows of their own', 150],
  ['close together', 3],
])(
  'sees what an edit changes beside it, at every distance, where values stand %s',
  { timeout: 300_000 },
  (_name, between) => {
    const scanner = createScanner(detectors);
    const { explain } = rescannerOf(scanner);
    const text = long(between);
    const whole = JSON.stringify(scanner.explain(text));
    expect(JSON.stringify(explain(text)) === whole).toBe(true);
    const middle = text.indexOf('\n');
    const places = ['code-', 'ref-', 'pin-'].map((value) => text.lastIndexOf(value, middle - 900));
    const wrong: unknown[] = [];
    for (const place of [...places, middle + 40])
      for (let distance = -300; distance <= 300; distance += step)
        for (const what of typed) {
          const at = place + distance;
          const next = text.slice(0, at) + what + text.slice(at);
          const isSame = JSON.stringify(explain(next)) === JSON.stringify(scanner.explain(next));
          const isUndone = JSON.stringify(explain(text)) === whole;
          if (!isSame || !isUndone) wrong.push({ at, what, isSame, isUndone });
        }
    expect(wrong).toEqual([]);
  },
);
