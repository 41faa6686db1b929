/** What a pattern's source says about every text it matches. */
export interface RegexShape {
  /** Lower-case literals of which at least one stands in every match; empty when none could be derived. */
  readonly anchors: readonly string[];
  /** The longest match in UTF-16 units; `Infinity` where it is not bounded. */
  readonly longest: number;
  /** ASCII digits that stand in every match. */
  readonly digits: number;
}

const shortestAnchor = 3;
const mostAnchors = 64;

interface Part {
  /** The exact literal this part stands for; `undefined` when it may be several. */
  readonly literal: string | undefined;
  /** Alternatives of which one is in every match of this part. */
  readonly anchors: readonly string[];
  readonly longest: number;
  readonly digits: number;
}

const anything: Part = { literal: undefined, anchors: [], longest: 0, digits: 0 };

/**
 * A small front end for the subset of regular expressions that detectors use: sequences, alternations, groups, classes, quantifiers
 * and lookarounds. What it does not know it calls unbounded and without literal, which costs speed, never a finding.
 */
export function shapeOf(pattern: RegExp): RegexShape {
  const reader = { source: pattern.source, at: 0 };
  const { literal, anchors, longest, digits } = readAlternation(reader);
  const found = literal === undefined ? anchors : [literal];
  const usable = found.length > 0 && found.every((anchor) => anchor.length >= shortestAnchor);
  const understood = reader.at >= reader.source.length;
  return {
    anchors: usable && understood ? found.map((anchor) => anchor.toLowerCase()) : [],
    longest: understood ? longest : Infinity,
    digits: understood ? digits : 0,
  };
}

interface Reader {
  readonly source: string;
  at: number;
}

function readAlternation(reader: Reader): Part {
  const branches = [readSequence(reader)];
  while (reader.source[reader.at] === '|') {
    reader.at += 1;
    branches.push(readSequence(reader));
  }
  const [only] = branches;
  if (branches.length === 1 && only) return only;
  const sets = branches.map(({ literal, anchors }) => (literal === undefined ? anchors : [literal]));
  const anchors = sets.every((set) => set.length > 0) ? sets.flat() : [];
  return {
    literal: undefined,
    anchors: anchors.length <= mostAnchors ? anchors : [],
    longest: Math.max(...branches.map((branch) => branch.longest)),
    digits: Math.min(...branches.map((branch) => branch.digits)),
  };
}

function readSequence(reader: Reader): Part {
  let literal: string | undefined = '';
  let run = '';
  let best: readonly string[] = [];
  let longest = 0;
  let digits = 0;
  const offer = (set: readonly string[]) => {
    if (quality(set) > quality(best)) best = set;
  };
  while (reader.at < reader.source.length && !'|)'.includes(reader.source[reader.at] ?? '')) {
    const part = readQuantified(reader);
    longest += part.longest;
    digits += part.digits;
    literal = literal === undefined || part.literal === undefined ? undefined : literal + part.literal;
    if (part.literal !== undefined) run += part.literal;
    else {
      offer(run === '' ? [] : [run]);
      offer(part.anchors);
      run = '';
    }
  }
  offer(run === '' ? [] : [run]);
  return { literal, anchors: best, longest, digits };
}

/** Longer literals are rarer; a set is as good as its shortest. */
function quality(set: readonly string[]): number {
  return set.length === 0 ? 0 : Math.min(...set.map((anchor) => anchor.length)) - set.length / 1_000;
}

function readQuantified(reader: Reader): Part {
  const part = readAtom(reader);
  const quantifier = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(reader.source.slice(reader.at))?.[0];
  if (quantifier === undefined) return part;
  reader.at += quantifier.length;
  const [least, most] = boundsOf(quantifier);
  const longest = part.longest === 0 ? 0 : part.longest * most;
  const digits = part.digits * least;
  if (least === 0) return { ...anything, longest };
  if (least === most && part.literal !== undefined && part.literal.length * least <= 32)
    return { ...part, literal: part.literal.repeat(least), longest, digits };
  const anchors = part.literal === undefined ? part.anchors : [part.literal];
  return { literal: undefined, anchors, longest, digits };
}

function boundsOf(quantifier: string): readonly [number, number] {
  if (quantifier.startsWith('*')) return [0, Infinity];
  if (quantifier.startsWith('+')) return [1, Infinity];
  if (quantifier.startsWith('?')) return [0, 1];
  const [, least = '0', comma, most] = /^\{(\d+)(,)?(\d+)?/.exec(quantifier) ?? [];
  return [Number(least), comma === undefined ? Number(least) : most === undefined ? Infinity : Number(most)];
}

function readAtom(reader: Reader): Part {
  const { source } = reader;
  const char = source[reader.at] ?? '';
  if (char === '(') return readGroup(reader);
  if (char === '[') return readClass(reader);
  if (char === '\\') return readEscape(reader);
  reader.at += 1;
  if (char === '^' || char === '$') return { ...anything, literal: '' };
  return char === '.' ? { ...anything, longest: 1 } : sign(char);
}

function readGroup(reader: Reader): Part {
  const opening = /^\((?:\?(?::|=|!|<=|<!|<[A-Za-z]\w*>))?/.exec(reader.source.slice(reader.at))?.[0] ?? '(';
  reader.at += opening.length;
  const inner = readAlternation(reader);
  reader.at += 1; // the closing parenthesis
  const looksAround = /^\(\?(?:=|!|<=|<!)$/.test(opening);
  return looksAround ? { ...anything, literal: '' } : inner;
}

function readClass(reader: Reader): Part {
  const { source } = reader;
  let at = reader.at + 1;
  while (at < source.length && source[at] !== ']') at += source[at] === '\\' ? 2 : 1;
  const members = source.slice(reader.at + 1, at);
  reader.at = at + 1;
  return { ...anything, longest: 1, digits: /^(?:\d(?:-\d)?|\\d)+$/.test(members) ? 1 : 0 };
}

function sign(char: string): Part {
  return { literal: char, anchors: [], longest: 1, digits: /^\d$/.test(char) ? 1 : 0 };
}

function readEscape(reader: Reader): Part {
  const escape = /^\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)/s.exec(reader.source.slice(reader.at))?.[0] ?? '\\';
  reader.at += escape.length;
  if (/^\\[bB]$/.test(escape)) return { ...anything, literal: '' };
  if (/^\\[1-9k]/.test(escape)) return { ...anything, longest: Infinity };
  // Any other escaped letter or digit is a class or a control character; an escaped sign stands for itself.
  return /^\\[A-Za-z0-9]/.test(escape)
    ? { ...anything, longest: 1, digits: escape === '\\d' ? 1 : 0 }
    : sign(escape.slice(1));
}
