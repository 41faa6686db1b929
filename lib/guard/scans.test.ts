import { expect, it } from 'vitest';
import { counted } from '../../test/fixtures/counted.ts';
import { createScanner } from '../dlp/scan.ts';
import { engine } from './engine.ts';
import { offerEngine } from './engine-port.ts';
import { createScans } from './scans.ts';

offerEngine(engine);

/** A request of one detector, and how often it was asked so far. */
function counting() {
  const { detector, asked } = counted((value) => value.endsWith('7'));
  return { request: { detectors: [detector], disabled: new Set<string>() }, checked: asked };
}

const draft = (lines: number) =>
  Array.from({ length: lines }, (_, line) => `line ${String(line)} of it says code-${String(1_000 + line)}.\n`).join(
    '',
  );

it('looks only at what was changed in a long draft', () => {
  const { request, checked } = counting();
  const scans = createScans(() => undefined);
  let text = draft(2_000);
  scans.scan(text, request);
  const whole = checked();
  for (const typed of 'and code-1237 ') {
    text = text.slice(0, 30_000) + typed + text.slice(30_000);
    scans.scan(text, request);
  }
  expect(checked() - whole).toBeLessThan(whole / 2);
  expect(scans.scan(`${text}.`, request)).toEqual(createScanner(request.detectors).scan(`${text}.`));
});

it('holds nobody up for what was changed in a long text, but for the whole of it', async () => {
  const { request } = counting();
  const scans = createScans(() => undefined);
  const text = draft(4_000);
  expect(text.length).toBeGreaterThan(100_000);
  expect(scans.takesLong(text, request)).toBe(true);
  await scans.prepare([text], request);
  expect(scans.takesLong(text, request)).toBe(false);
  expect(scans.takesLong(`${text}!`, request)).toBe(false);
  expect(scans.takesLong(`${text}${draft(3_500).toUpperCase()}`, request)).toBe(true);
  // What another policy asks for is not known.
  expect(scans.takesLong(`${text}!`, counting().request)).toBe(true);
});
