/** The kinds of characters that an outline tells apart; each fits in four bits. */
export const symbolCount = 16;
const other = 0;
const foreign = 13;
/** Members of each symbol from 1 to 12; what is not here is `other`, what is not ASCII is `foreign`. */
const members: readonly string[] = [
  '0123456789', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz', ' \t', '\n\r', '-', '.', '/', ',', ':', '_', '()',
]; // prettier-ignore

/** By ASCII unit: its symbol. */
export const asciiSymbols: Uint8Array = symbolsByUnit();

function symbolsByUnit(): Uint8Array {
  const symbols = new Uint8Array(128).fill(other);
  members.forEach((chars, place) => {
    for (const char of chars) symbols[char.charCodeAt(0)] = place + 1;
  });
  return symbols;
}

export function symbolOf(unit: number): number {
  return unit < 128 ? (asciiSymbols[unit] ?? other) : foreign;
}

/** Sets of symbols, a bit each: those that a class shares a character with, and those that it holds entirely. */
export interface SymbolSets {
  readonly some: number;
  readonly all: number;
}

const known = new Map<string, SymbolSets>();

/** `members` as in a regular expression: what stands between the brackets, or an escape. */
export function symbolSetsOf(source: string, isBlindToCase: boolean): SymbolSets {
  const key = isBlindToCase ? `i${source}` : source;
  const sets = known.get(key) ?? setsOf(unitsOf(source), isBlindToCase);
  known.set(key, sets);
  return sets;
}

export function symbolSetsOfUnit(unit: number, isBlindToCase: boolean): SymbolSets {
  return symbolSetsOf(`\\u${unit.toString(16).padStart(4, '0')}`, isBlindToCase);
}

export interface Units {
  readonly ascii: Uint8Array;
  /** True where a character beyond ASCII is a member; all of them are never said to be. */
  readonly isForeign: boolean;
}

function setsOf({ ascii, isForeign }: Units, isBlindToCase: boolean): SymbolSets {
  let some = isForeign ? 1 << foreign : 0;
  let all = (1 << foreign) - 1;
  for (let unit = 0; unit < 128; unit += 1) {
    const char = String.fromCharCode(unit);
    const isMember =
      ascii[unit] === 1 ||
      (isBlindToCase &&
        (ascii[char.toUpperCase().charCodeAt(0)] === 1 || ascii[char.toLowerCase().charCodeAt(0)] === 1));
    const bit = 1 << symbolOf(unit);
    if (isMember) some |= bit;
    else all &= ~bit;
  }
  return { some, all };
}

const escaped = /\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([^]))/y;
const controls: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, f: 12, v: 11, 0: 0, b: 8 };
const classes: Readonly<Record<string, RegExp>> = { d: /\d/, w: /\w/, s: /\s/, D: /\D/, W: /\W/, S: /\S/ };

export function unitsOf(source: string): Units {
  const isNegated = source.startsWith('^');
  const ascii = new Uint8Array(128);
  let isForeign = false;
  let at = isNegated ? 1 : 0;
  const read = (): number | RegExp => {
    if (source[at] !== '\\') return source.charCodeAt(at++);
    escaped.lastIndex = at;
    const [whole = '\\', long, short, kind = ''] = escaped.exec(source) ?? [];
    at += whole.length;
    const digits = long ?? short;
    if (digits !== undefined) return Number.parseInt(digits, 16);
    return classes[kind] ?? controls[kind] ?? kind.charCodeAt(0);
  };
  while (at < source.length) {
    const first = read();
    if (typeof first !== 'number') {
      for (let unit = 0; unit < 128; unit += 1) if (first.test(String.fromCharCode(unit))) ascii[unit] = 1;
      isForeign ||= first.test('é') || first.test('\u00a0');
      continue;
    }
    const isRange = source[at] === '-' && at + 1 < source.length;
    if (isRange) at += 1;
    const last = isRange ? read() : first;
    const end = typeof last === 'number' ? last : first;
    ascii.fill(1, Math.min(first, 128), Math.min(end + 1, 128));
    isForeign ||= end >= 128;
  }
  if (!isNegated) return { ascii, isForeign };
  return { ascii: ascii.map((member) => 1 - member), isForeign: true };
}
