import type { DecodedRun } from './decode.ts';

interface Escape {
  /** What must stand in a text for the pattern to be worth trying. */
  readonly sign: string;
  /** A word in which escapes stand; every repeat is bounded. */
  readonly pattern: RegExp;
  /** True where the word may begin before its first escape. */
  readonly reachesLeft?: true;
  /** Finds the runs faster than the pattern alone. */
  readonly runs?: (text: string, pattern: RegExp) => Iterable<Match>;
  readonly decode: (run: string) => string;
}

interface Match {
  readonly 0: string;
  readonly index: number;
}

const inWord = /[A-Za-z0-9_.~+/:@$!-]/;
const word = '[A-Za-z0-9_.~+\\/:@$!-]{0,64}';
const longestStart = 64;
const within = (escape: string, flags: string) => new RegExp(`${escape}(?:${word}${escape}){2,2048}${word}`, flags);
const fromCode = (digits: string, radix: number) => {
  const code = Number.parseInt(digits, radix);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
};

/** https://html.spec.whatwg.org/multipage/named-characters.html */
const named: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>', apos: "'", '#39': "'" };

/**
 * How code, markup and mail write a character by its number: at least three in one word. JavaScript and JSON (ECMA-262, 12.9.4), HTML
 * (13.5), quoted-printable (RFC 2045, 6.7), and a value that is written in pieces or letter by letter.
 */
const escapes: readonly Escape[] = [
  {
    sign: '\\',
    pattern: within('\\\\(?:u\\{[0-9a-f]{1,6}\\}|u[0-9a-f]{4}|x[0-9a-f]{2})', 'gi'),
    reachesLeft: true,
    decode: (run) => run.replace(/\\(?:u\{([0-9a-f]{1,6})\}|u([0-9a-f]{4})|x([0-9a-f]{2}))/gi, (_all, ...digits: (string | undefined)[]) =>
      fromCode(digits.slice(0, 3).find((each) => each !== undefined) ?? '', 16)), // prettier-ignore
  },
  {
    sign: '&#',
    pattern: within('&#(?:x[0-9a-f]{1,6}|\\d{1,7});', 'gi'),
    reachesLeft: true,
    decode: (run) =>
      run.replace(
        /&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi,
        (_all, hex: string | undefined, decimal: string | undefined) =>
          hex === undefined ? fromCode(decimal ?? '', 10) : fromCode(hex, 16),
      ),
  },
  {
    // A form of HTML, or JSON in an attribute: quotes are what makes it code.
    sign: '&quot;',
    pattern: /&quot;(?:[^&\n]{0,128}(?:&(?:amp|lt|gt|apos|#39);[^&\n]{0,128}){0,8}&quot;){1,255}/g,
    decode: (run) => run.replace(/&(quot|amp|lt|gt|apos|#39);/g, (_all, name: string) => named[name] ?? ''),
  },
  {
    sign: '=',
    pattern: within('=(?:[0-9A-F]{2}|\\r?\\n)', 'g'),
    reachesLeft: true,
    decode: (run) => run.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_all, digits: string) => fromCode(digits, 16)),
  }, // prettier-ignore
  {
    // "gh" + "p_…", 'gh' . 'p_…', and strings side by side. Two quotes with nothing between are an empty string.
    sign: '"',
    pattern: /"[^"\\\n]{1,256}"(?:(?:\s{1,16}|\s{0,16}[+.&]{1,2}\s{0,16})"[^"\\\n]{1,256}"){1,64}/y,
    runs: (text, pattern) => inPieces(text, pattern, /"(?:\s{1,16}|\s{0,16}[+.&]{1,2}\s{0,16})"/g),
    decode: (run) => run.slice(1, -1).replace(/"(?:\s{1,16}|\s{0,16}[+.&]{1,2}\s{0,16})"/g, ''),
  },
  {
    sign: "'",
    pattern: /'[^'\\\n]{1,256}'(?:\s{0,16}[+.&]{1,2}\s{0,16}'[^'\\\n]{1,256}'){1,64}/y,
    runs: (text, pattern) => inPieces(text, pattern, /'\s{0,16}[+.&]{1,2}\s{0,16}'/g),
    decode: (run) => run.slice(1, -1).replace(/'\s{0,16}[+.&]{1,2}\s{0,16}'/g, ''),
  },
  {
    sign: ' ',
    pattern: /(?<!\S)(?:[A-Za-z0-9_+\/=.:-][ ]){15,512}[A-Za-z0-9_+\/=.:-](?!\S)/y,
    runs: lettersApart,
    decode: (run) => run.replaceAll(' ', ''),
  },
];

/** By kind: the words and strings of a text that say something else than they look like. None goes over a boundary: see `boundary.ts`. */
export const escapedKinds: readonly ((text: string) => Generator<DecodedRun>)[] = escapes.map(
  (escape) => (text) => runsOf(text, escape),
);

export function* escapedRuns(text: string): Generator<DecodedRun> {
  for (const kind of escapedKinds) yield* kind(text);
}

function* runsOf(text: string, { sign, pattern, reachesLeft, runs, decode }: Escape): Generator<DecodedRun> {
  if (!text.includes(sign)) return;
  let last = 0;
  for (const { 0: found, index } of runs ? runs(text, pattern) : text.matchAll(pattern)) {
    const start = reachesLeft ? startOfWord(text, index, Math.max(last, index - longestStart)) : index;
    last = index + found.length;
    const run = text.slice(start, last);
    const decoded = decode(run);
    if (decoded !== run) yield { start, end: last, decoded };
  }
}

/** Strings side by side: where two of them meet, the first one begins at the quote before. `joint` begins and ends with a quote. */
function* inPieces(text: string, pattern: RegExp, joint: RegExp): Generator<Match> {
  let last = 0;
  for (let met = joint.exec(text); met; met = joint.exec(text)) {
    const [{ 0: quote = '' }, end] = [met[0], met.index];
    const start = end === 0 ? -1 : text.lastIndexOf(quote, end - 1);
    joint.lastIndex = end + 1;
    if (start < last) continue;
    pattern.lastIndex = start;
    const found = pattern.exec(text)?.[0];
    if (found === undefined) continue;
    last = start + found.length;
    joint.lastIndex = last;
    yield { 0: found, index: start };
  }
}

/** Of sixteen letters with spaces between, four such pairs begin on one place of sixteen or on the next. */
function* lettersApart(text: string, pattern: RegExp): Generator<Match> {
  let last = 0;
  for (let at = 0; at < text.length; at += 16) {
    const first = text.charCodeAt(at) === space ? at : at + 1;
    if (first < last || !isSpaced(text, first) || !isSpaced(text, first + 2) || !isSpaced(text, first + 4)) continue;
    let start = first;
    while (start - 2 >= last && text.charCodeAt(start - 2) === space && isApart.test(text[start - 1] ?? '')) start -= 2;
    // From the first space on, or from the letter before it.
    for (const from of [start - 1, start + 1]) {
      pattern.lastIndex = Math.max(last, from);
      const found = pattern.exec(text);
      if (!found) continue;
      last = found.index + found[0].length;
      yield found;
      break;
    }
  }
}

/** A space, something else, a space. */
function isSpaced(text: string, at: number): boolean {
  return text.charCodeAt(at) === space && text.charCodeAt(at + 2) === space && text.charCodeAt(at + 1) !== space;
}

const space = 32;
const isApart = /[A-Za-z0-9_+/=.:-]/;

function startOfWord(text: string, from: number, earliest: number): number {
  let start = from;
  while (start > earliest && inWord.test(text[start - 1] ?? '')) start -= 1;
  return start;
}
