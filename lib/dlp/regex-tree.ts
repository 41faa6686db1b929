/** A regular expression read into its parts. */
export type RegexNode =
  | { readonly kind: 'text'; readonly text: string }
  /** `members` is what stands between the brackets, or an escape such as `\d`, or `.`, which is `^\n`. */
  | { readonly kind: 'class'; readonly members: string }
  | { readonly kind: 'sequence'; readonly parts: readonly RegexNode[] }
  | { readonly kind: 'choice'; readonly branches: readonly RegexNode[] }
  | { readonly kind: 'repeat'; readonly node: RegexNode; readonly least: number; readonly most: number }
  | { readonly kind: 'look'; readonly opening: string; readonly node: RegexNode }
  /** Matches no unit: an edge of a word, a line or the text. */
  | { readonly kind: 'edge' }
  /** A back reference: it may be anything. */
  | { readonly kind: 'unknown' };

interface Reader {
  readonly source: string;
  at: number;
}

const edge: RegexNode = { kind: 'edge' };
const unknown: RegexNode = { kind: 'unknown' };

/**
 * A small front end for the subset of regular expressions that detectors use: sequences, alternations, groups, classes, quantifiers
 * and lookarounds. `undefined` for a source that it cannot read to its end.
 */
export function treeOf({ source }: RegExp): RegexNode | undefined {
  const reader = { source, at: 0 };
  const tree = readChoice(reader);
  return reader.at >= source.length ? tree : undefined;
}

function readChoice(reader: Reader): RegexNode {
  const first = readSequence(reader);
  if (reader.source[reader.at] !== '|') return first;
  const branches = [first];
  while (reader.source[reader.at] === '|') {
    reader.at += 1;
    branches.push(readSequence(reader));
  }
  return { kind: 'choice', branches };
}

function readSequence(reader: Reader): RegexNode {
  const { source } = reader;
  const parts: RegexNode[] = [];
  let text = '';
  const flush = () => {
    if (text !== '') parts.push({ kind: 'text', text });
    text = '';
  };
  for (let char = source[reader.at]; char !== undefined && char !== '|' && char !== ')'; char = source[reader.at]) {
    const atom = readAtom(reader, char);
    const bounds = readQuantifier(reader);
    if (bounds === undefined && atom.kind === 'text') {
      text += atom.text;
      continue;
    }
    flush();
    parts.push(bounds === undefined ? atom : { kind: 'repeat', node: atom, ...bounds });
  }
  flush();
  const [only] = parts;
  return parts.length === 1 && only ? only : { kind: 'sequence', parts };
}

const counted = /\{(\d+)(?:(,)(\d*))?\}/y;

function readQuantifier(reader: Reader): { readonly least: number; readonly most: number } | undefined {
  const { source } = reader;
  const char = source[reader.at];
  if (char !== '*' && char !== '+' && char !== '?' && char !== '{') return undefined;
  const simple = { '*': [0, Infinity], '+': [1, Infinity], '?': [0, 1] } as const;
  let [least, most]: readonly [number, number] = char === '{' ? [0, 0] : simple[char];
  if (char === '{') {
    counted.lastIndex = reader.at;
    const found = counted.exec(source);
    if (!found) return undefined;
    least = Number(found[1]);
    most = found[2] === undefined ? least : found[3] === '' ? Infinity : Number(found[3]);
    reader.at += found[0].length;
  } else reader.at += 1;
  if (source[reader.at] === '?') reader.at += 1;
  return { least, most };
}

function readAtom(reader: Reader, char: string): RegexNode {
  if (char === '(') return readGroup(reader);
  if (char === '[') return readClass(reader);
  if (char === '\\') return readEscape(reader);
  reader.at += 1;
  if (char === '^' || char === '$') return edge;
  return char === '.' ? { kind: 'class', members: '^\\n' } : { kind: 'text', text: char };
}

const openings = /\((?:\?(?::|=|!|<=|<!|<[A-Za-z]\w*>))?/y;

function readGroup(reader: Reader): RegexNode {
  openings.lastIndex = reader.at;
  const opening = openings.exec(reader.source)?.[0] ?? '(';
  reader.at += opening.length;
  const node = readChoice(reader);
  reader.at += 1; // the closing parenthesis
  return opening === '(?=' || opening === '(?!' || opening === '(?<=' || opening === '(?<!'
    ? { kind: 'look', opening, node }
    : node;
}

function readClass(reader: Reader): RegexNode {
  const { source } = reader;
  let at = reader.at + 1;
  while (at < source.length && source[at] !== ']') at += source[at] === '\\' ? 2 : 1;
  const members = source.slice(reader.at + 1, at);
  reader.at = at + 1;
  return { kind: 'class', members };
}

const escapes = /\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[^])/y;

function readEscape(reader: Reader): RegexNode {
  escapes.lastIndex = reader.at;
  const escape = escapes.exec(reader.source)?.[0] ?? '\\';
  reader.at += escape.length;
  const kind = escape[1] ?? '';
  if (kind === 'b' || kind === 'B') return edge;
  if (kind === 'k' || (kind >= '1' && kind <= '9')) return unknown;
  // Any other escaped letter or digit is a class or a control character; an escaped sign stands for itself.
  return /[A-Za-z0-9]/.test(kind) ? { kind: 'class', members: escape } : { kind: 'text', text: kind };
}
