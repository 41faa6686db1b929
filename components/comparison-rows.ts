import type { Segment } from './TextPreview.tsx';

type Gap = Extract<Segment, { readonly kind: 'gap' }>;
export type Piece = Exclude<Segment, Gap>;

/** What stands side by side: lines that are the same, a line with its changes, or text that is left out of the preview. */
export type ComparisonRow =
  | { readonly kind: 'same'; readonly text: string }
  | { readonly kind: 'changed'; readonly pieces: readonly Piece[] }
  | Gap;

const lineBreak = /\r\n|\r|\n/;

/** Unchanged text of a line from this length on, in UTF-16 units, gets a row of its own. */
const longText = 160;
/** What of it then stays beside a change: this many units, up to the end of a word within as many again. */
const nearText = 48;
const wordEnd = /[\s,;。、，]/;

/** Splits a preview into rows, so that a change stands beside its replacement however much the two differ in length. */
export function comparisonRows(segments: readonly Segment[]): readonly ComparisonRow[] {
  const rows: ComparisonRow[] = [];
  for (const line of linesOf(segments)) {
    if ('kind' in line) rows.push(line);
    else for (const pieces of cutLine(line)) addRow(rows, pieces);
  }
  return rows;
}

function* linesOf(segments: readonly Segment[]): Generator<readonly Piece[] | Gap> {
  let line: Piece[] = [];
  for (const segment of segments) {
    if (segment.kind === 'changed') line.push(segment);
    else if (segment.kind === 'same') {
      const [rest = '', ...lines] = segment.text.split(lineBreak);
      line.push({ kind: 'same', text: rest });
      for (const text of lines) {
        yield line;
        line = [{ kind: 'same', text }];
      }
    } else {
      if (!isEmpty(line)) yield line;
      line = [];
      yield segment;
    }
  }
  if (!isEmpty(line)) yield line;
}

function isEmpty(line: readonly Piece[]): boolean {
  return line.every((piece) => piece.kind === 'same' && piece.text === '');
}

/** Cuts a line where much of it is unchanged. */
function* cutLine(line: readonly Piece[]): Generator<readonly Piece[]> {
  let part: Piece[] = [];
  for (const [index, piece] of line.entries()) {
    const texts = piece.kind === 'same' ? cutText(piece.text, index > 0, index < line.length - 1) : [];
    if (texts.length === 0) part.push(piece);
    for (const [at, text] of texts.entries()) {
      if (at > 0) {
        yield part;
        part = [];
      }
      part.push({ kind: 'same', text });
    }
  }
  yield part;
}

/** The parts of a long text: what stays with the change before it, the text alone, and what stays with the change behind it. */
function cutText(text: string, isAfterChange: boolean, isBeforeChange: boolean): readonly string[] {
  if (text.length < longText) return [text];
  const head = isAfterChange ? (wordEndAfter(text, nearText) ?? 0) : 0;
  const tail = isBeforeChange ? (wordEndAfter(text, text.length - nearText) ?? text.length) : text.length;
  return [text.slice(0, head), text.slice(head, tail), text.slice(tail)].filter((part) => part !== '');
}

/** `undefined` where no word ends there: nothing is cut in the middle of one. */
function wordEndAfter(text: string, from: number): number | undefined {
  const at = text.slice(from, from + nearText).search(wordEnd);
  return at === -1 ? undefined : from + at + 1;
}

/** Lines that are the same share a row, for they wrap alike in both columns. */
function addRow(rows: ComparisonRow[], pieces: readonly Piece[]): void {
  if (pieces.some(({ kind }) => kind === 'changed')) {
    rows.push({ kind: 'changed', pieces });
    return;
  }
  const text = pieces.map((piece) => (piece.kind === 'same' ? piece.text : '')).join('');
  const last = rows.at(-1);
  if (last?.kind === 'same') rows[rows.length - 1] = { kind: 'same', text: `${last.text}\n${text}` };
  else rows.push({ kind: 'same', text });
}
