import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sinkEvents } from '../../testing/sink-events.ts';
import { cefLine, toCef } from './cef.ts';
import type { CefField } from './cef.ts';

const unescape = (text: string) => text.replace(/\\(.)/g, (_, next: string) => ({ n: '\n', r: '\r' })[next] ?? next);

/**
 * Reads a line as a collector does: a header ends at the seventh pipe that has no backslash before it; a key is a word before an
 * equals sign, and one space before it is not of the value that it ends.
 */
function parse(line: string): { header: readonly string[]; fields: readonly CefField[] } {
  const parts = /^CEF:0((?:\|(?:[^\\|]|\\.)*){6})\|([^]*)$/.exec(line);
  expect(parts).not.toBeNull();
  const header = [...parts![1]!.matchAll(/\|((?:[^\\|]|\\.)*)/g)].map(([, part]) => unescape(part!));
  const keys = [...parts![2]!.matchAll(/(?:^| )([A-Za-z0-9]+)=/g)];
  const fields = keys.map((match, index): CefField => {
    const value = parts![2]!.slice(match.index + match[0].length, keys[index + 1]?.index);
    return [match[1]!, unescape(value)];
  });
  return { header, fields };
}

/** Texts that lean on what means something in CEF. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('\\', '|', '=', '\n', '\r', ' ', 'n', 'r', 'a', 'cs1=', ' cs1=', 'CEF:0|', '\u2028'),
  }),
);
const header = fc.array(text, { minLength: 6, maxLength: 6 });
const fields = fc.array(fc.tuple(fc.constantFrom('act', 'cs1', 'cs1Label', 'rt'), text), { maxLength: 8 });
const settings = { seed: 7, numRuns: 5_000 };

describe('CEF', () => {
  it('gives every text back from a header and from an extension', () => {
    fc.assert(
      fc.property(header, fields, (head, pairs) => {
        expect(parse(cefLine(head, pairs))).toEqual({ header: head, fields: pairs });
      }),
      settings,
    );
  });

  it('is one line whatever it holds', () => {
    fc.assert(
      fc.property(header, fields, (head, pairs) => {
        expect(cefLine(head, pairs)).not.toMatch(/[\r\n]/);
      }),
      settings,
    );
  });

  it('escapes as the specification shows', () => {
    const line = cefLine(
      ['security', 'threatmanager', '1.0', '100', 'a | b \\ c = d', '10'],
      [['act', 'a | b \\ c = d\n']],
    );
    expect(line).toBe('CEF:0|security|threatmanager|1.0|100|a \\| b \\\\ c = d|10|act=a | b \\\\ c \\= d\\n');
  });

  it.each(Object.entries(sinkEvents))('labels every custom value and no absent one: %s', (_, sample) => {
    const keys = parse(toCef(sample)).fields.map(([key]) => key);
    expect(new Set(keys).size).toBe(keys.length);
    const custom = keys.filter((key) => /^(cs|cn)\d/.test(key));
    for (const key of custom) expect(keys).toContain(key.endsWith('Label') ? key.slice(0, -5) : `${key}Label`);
  });

  it('keeps whole words only where a list is longer than a custom string may be', () => {
    const { replaced } = sinkEvents;
    const findings = Array.from({ length: 100 }, (_, index) => ({
      ...replaced!.incident.findings[0]!,
      detector: `${'d'.repeat(60)}-${index}`,
    }));
    const line = toCef({ ...replaced!, incident: { ...replaced!.incident, findings } });
    const value = new Map(parse(line).fields).get('cs4')!;
    expect(value.length).toBeGreaterThan(3_900);
    expect(value.length).toBeLessThanOrEqual(4_000);
    for (const word of value.split(',')) expect(word).toMatch(/^d{60}-\d+$/);
  });
});
