/** A span in UTF-16 units, end exclusive. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** A text as a person reads it, with the way back to the text as it was given. */
export interface Normalised {
  readonly text: string;
  /** The span in the original that a span of `text` comes from. */
  readonly original: (span: Span) => Span;
  /** Where a place of the original is in `text`. */
  readonly placeOf: (original: number) => number;
  /** What both are made from; `undefined` where nothing was disguised. */
  readonly stretches: readonly Stretch[] | undefined;
}

/** Zero-width, bidirectional, tag, variation and soft-hyphen characters: seen by nobody. */
const unseen =
  '[\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0]|\\udb40[\\udc00-\\uddef]';
/** Full-width, mathematical, circled and raised forms of ASCII: NFKC says what they are. */
const dressed =
  '[\\u00b2\\u00b3\\u00b9\\u2070-\\u209c\\u2460-\\u24ea\\uff01-\\uff5e]|\\ud835[\\udc00-\\udfff]|\\ud83c[\\udd30-\\udd49]';
/** Spaces and hyphens that only differ in width. */
const spaces = '[\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000]';
const hyphens = '[\\u2010-\\u2015\\u2212\\ufe58\\ufe63]';
/** Digits of other scripts. */
const digits = '[\\u0660-\\u0669\\u06f0-\\u06f9\\u0966-\\u096f\\u09e6-\\u09ef\\u0e50-\\u0e59]';
/** Cyrillic and Greek letters that look like ASCII, with what they look like. */
const lookalikes: Readonly<Record<string, string>> = {
  А: 'A', В: 'B', Е: 'E', Ѕ: 'S', І: 'I', Ј: 'J', К: 'K', М: 'M', Н: 'H', О: 'O', Р: 'P', С: 'C', Т: 'T', Х: 'X', У: 'Y',
  а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', у: 'y', х: 'x', ѕ: 's', і: 'i', ј: 'j', ԁ: 'd', һ: 'h', ԛ: 'q', ԝ: 'w', ӏ: 'l',
  Α: 'A', Β: 'B', Ε: 'E', Ζ: 'Z', Η: 'H', Ι: 'I', Κ: 'K', Μ: 'M', Ν: 'N', Ο: 'O', Ρ: 'P', Τ: 'T', Υ: 'Y', Χ: 'X', ο: 'o', ν: 'v',
}; // prettier-ignore
const alike = `[${Object.keys(lookalikes).join('')}]{1,4}`;
/** Next to ASCII letters and digits they pass for ASCII; in a word of their own script they are what they are. */
const alikeInAscii = `(?<=[A-Za-z0-9_])${alike}|${alike}(?=[A-Za-z0-9_])`;

/** What any of them begins with: all of it is beyond ASCII. */
const anyFirst = new RegExp(
  `[${[unseen, dressed, spaces, hyphens, digits, alike].join('').replace(/(\\ud[89ab]..)\[.*?\]|\{1,4\}|[[\]|]/g, '$1')}]`,
);
const anyHere = new RegExp(`${unseen}|${dressed}|${spaces}|${hyphens}|${digits}|${alikeInAscii}`, 'y');
const beyondAscii = /[^\0-\u007f]/;
/** Units that are read before there is a pause. */
const piece = 262_144;
const unseenOnly = new RegExp(`^(?:${unseen})$`);

/** Where a stretch of the normalised text begins, and where that is in the original. */
export interface Stretch {
  readonly at: number;
  readonly from: number;
  /** Original units of one unit of the text; above 1 only where one unit stands for a pair. */
  readonly step: number;
}

/** Takes out what nobody sees and writes plainly what is dressed up. A text with nothing of the kind is given back as it is. */
export function normalise(text: string): Normalised {
  const steps = normaliseSteps(text);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** As `normalise`, with a pause after each piece of the text. */
export function* normaliseSteps(text: string): Generator<undefined, Normalised> {
  const disguises: Disguise[] = [];
  let from = 0;
  for (let at = beyondAscii.test(text) ? nextFirst(text, 0) : -1; at >= 0;) {
    anyHere.lastIndex = at;
    const found = anyHere.exec(text)?.[0];
    if (found !== undefined) disguises.push({ found, index: at });
    at = nextFirst(text, at + (found?.length ?? 1));
    if (at - from < piece) continue;
    yield undefined;
    from = at;
  }
  if (disguises.length === 0) return mapped(text, undefined);
  const parts: string[] = [];
  const stretches: Stretch[] = [];
  let at = 0;
  from = 0;
  const put = (part: string, origin: number, step: number) => {
    if (part === '') return;
    parts.push(part);
    stretches.push({ at, from: origin, step });
    at += part.length;
  };
  for (const { found, index } of disguises) {
    put(text.slice(from, index), from, 1);
    const plain = plainOf(found);
    put(plain, index, plain.length === 1 ? found.length : 1);
    from = index + found.length;
  }
  put(text.slice(from), from, 1);
  return mapped(parts.join(''), stretches);
}

/** `stretches` are in order; `undefined` where the text is the original. */
export function mapped(text: string, stretches: readonly Stretch[] | undefined): Normalised {
  if (stretches === undefined) return { text, stretches, original: (span) => span, placeOf: (place) => place };
  return {
    text,
    stretches,
    original: (span) => originalOf(span, stretches),
    placeOf(place) {
      const { at: start, from: origin, step } = stretchAt(place, stretches, 'from');
      return start + Math.max(0, Math.ceil((place - origin) / step));
    },
  };
}

interface Disguise {
  readonly found: string;
  readonly index: number;
}

/** By unit: whether a disguise begins with it; 0 for one that was not met yet. */
const firsts = new Uint8Array(65_536);
const isFirst = 2;

function nextFirst(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 128) continue;
    if ((firsts[unit] || kindOf(unit)) === isFirst) return at;
  }
  return -1;
}

function kindOf(unit: number): number {
  return (firsts[unit] = anyFirst.test(String.fromCharCode(unit)) ? isFirst : 1);
}

const plains = new Map<string, string>();
/** Disguises that are remembered: the same few stand in a text again and again. */
const mostPlains = 2_000;

function plainOf(found: string): string {
  const known = plains.get(found);
  if (known !== undefined) return known;
  if (plains.size >= mostPlains) plains.clear();
  const plain = readPlain(found);
  plains.set(found, plain);
  return plain;
}

/** As long as what it stands for, but nothing for the unseen and one unit for a pair. */
function readPlain(found: string): string {
  if (unseenOnly.test(found)) return '';
  const [first = ''] = found;
  if (lookalikes[first] !== undefined) return Array.from(found, (char) => lookalikes[char] ?? char).join('');
  if (/[\u2010-\u2015\u2212\ufe58\ufe63]/.test(found)) return '-';
  const code = found.codePointAt(0) ?? 0;
  if (code >= 0x1f130 && code <= 0x1f149) return String.fromCharCode(65 + code - 0x1f130);
  const plain = /\p{Nd}/u.test(found) ? digitOf(found) : found.normalize('NFKC');
  // What is more than one unit when written plainly (a circled twelve) is no disguise.
  return plain.length === 1 ? plain : found;
}

/** The zeros of the scripts in `digits`. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50];

function digitOf(digit: string): string {
  const plain = digit.normalize('NFKC'); // mathematical digits
  const zero = zeros.find((each) => digit.charCodeAt(0) >= each && digit.charCodeAt(0) <= each + 9);
  return zero === undefined ? plain : String(digit.charCodeAt(0) - zero);
}

function originalOf({ start, end }: Span, stretches: readonly Stretch[]): Span {
  const first = stretchAt(start, stretches);
  const last = stretchAt(end - 1, stretches);
  return {
    start: first.from + (start - first.at) * first.step,
    end: last.from + (end - last.at) * last.step,
  };
}

function stretchAt(place: number, stretches: readonly Stretch[], by: 'at' | 'from' = 'at'): Stretch {
  let low = 0;
  let high = stretches.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((stretches[middle]?.[by] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return stretches[low] ?? { at: 0, from: 0, step: 1 };
}
