import type { Random } from './random.ts';

/** Values that software is known to trip over: limits of columns, days that are none, halves of surrogate pairs, NUL. */
export const oddTexts: readonly string[] = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  'x\udfffy',
  '😀'.repeat(40),
  '\u202e\u2066\ufeff',
  'e\u0301'.repeat(100),
  "'; DROP TABLE incidents; --",
  '__proto__',
  'constructor',
  '../../etc/passwd',
  '%00',
  'x'.repeat(7_000),
  '0000-01-01',
  '0001-01-01',
  '9999-12-31',
  '2026-02-30',
  '2026-02-29',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:55:00Z',
  '2026-02-31T10:00:00Z',
  '99999999999999999999',
  '1e999',
  '-1',
  '2147483647',
  '2147483648',
  '9007199254740991',
  '999999999.999999999',
  '00000000-0000-4000-8000-000000000000',
  'FFFFFFFF-FFFF-4FFF-BFFF-FFFFFFFFFFFF',
  '\\u0000',
  '{}',
  'null',
];

const oddNumbers: readonly number[] = [
  0,
  -0,
  -1,
  0.5,
  2 ** 31 - 1,
  2 ** 31,
  2 ** 53 - 1,
  2 ** 53,
  1e308,
  -1e308,
  5e-324,
];

export function oddValue(random: Random): unknown {
  switch (random.below(8)) {
    case 0:
      return random.pick([null, true, false]);
    case 1:
    case 2:
      return random.pick(oddNumbers);
    case 3:
      return random.pick<unknown>([[], {}, [[]], [null], { '': {} }]);
    case 4:
      return nested(random.pick([3, 30, 300]), random);
    case 5:
      return Array.from({ length: random.pick([2, 20, 300]) }, () => random.pick(oddTexts));
    default:
      return random.pick(oddTexts);
  }
}

function nested(depth: number, random: Random): unknown {
  let value: unknown = random.pick(oddTexts);
  for (let level = 0; level < depth; level += 1) value = random.chance(0.5) ? [value] : { deeper: value };
  return value;
}

/** The same value with one thing in it that is odd. */
export function mutated(value: unknown, random: Random): unknown {
  if (typeof value !== 'object' || value === null || random.chance(0.08)) return oddValue(random);
  if (Array.isArray(value)) return mutatedArray(value, random);
  const entries: (readonly [string, unknown])[] = Object.entries(value);
  const at = random.below(entries.length + 1);
  const chosen = entries[at];
  if (chosen === undefined) entries.push([random.pick(oddTexts), oddValue(random)]);
  else if (random.chance(0.1)) entries.splice(at, 1);
  else entries[at] = [chosen[0], mutated(chosen[1], random)];
  return Object.fromEntries(entries);
}

function mutatedArray(value: readonly unknown[], random: Random): unknown {
  if (value.length === 0 || random.chance(0.1)) return [...value, oddValue(random)];
  if (random.chance(0.1)) return [...value, ...value];
  const at = random.below(value.length);
  return value.map((item, index) => (index === at ? mutated(item, random) : item));
}

/** The text of a body with something odd below the level of JSON. */
export function mutatedText(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  switch (random.below(7)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(0, at) + random.pick(oddTexts) + text.slice(at);
    case 2:
      return text.replace(/\d+/, random.pick(['1e999', '-0', '1E+2', '9'.repeat(400), '0x10', 'NaN', '0.1e-400']));
    case 3:
      return '['.repeat(random.pick([50, 5_000, 50_000]));
    case 4:
      return text.replace('{', '{"__proto__":{"ok":true},');
    case 5:
      return text.replace(/"[^"]*"/, random.pick(['"\\ud800"', '"\\u0000"', '"\\x"', "'single'", '"\u2028"']));
    default:
      return `\ufeff${text}${text}`;
  }
}
