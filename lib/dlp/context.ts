const before = 60;
const after = 32;
/** Words so short that they are part of many others. */
const shortWord = 4;

/** True for a word that counts only where it is no part of a longer one. */
export function isShort(word: string): boolean {
  return word.length <= shortWord;
}

interface Place {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The first of the words that stands near the place: within 60 units before or 32 after it. */
export function contextWord(words: readonly string[], { text, start, end }: Place): string | undefined {
  if (words.length === 0) return undefined;
  const near = `${edgeOf(text, start - before - 1)}${text.slice(Math.max(0, start - before), start)}\n${text.slice(end, end + after)}${edgeOf(text, end + after)}`;
  // A hump in a name begins a word: `customerSSN`.
  const apart = near.replace(/([a-z])(?=[A-Z])/g, '$1 ').toLowerCase();
  const plain = near.toLowerCase();
  return words.find((word) =>
    isShort(word) ? standsAlone(word, plain) || standsAlone(word, apart) : plain.includes(word),
  );
}

/** A word that the edge cuts is no short word. */
function edgeOf(text: string, at: number): string {
  return at >= 0 && isLetter(text[at]) ? '\u00e9' : ' ';
}

function standsAlone(word: string, text: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isLetter(text[at - 1]) && !isLetter(text[at + word.length])) return true;
  }
  return false;
}

function isLetter(char: string | undefined): boolean {
  return char !== undefined && /\p{L}/u.test(char);
}

const border = /^[\s"'`,;|*•-]*$/;
/** Units that a border is looked for in. */
const widestBorder = 12;

/** Letters, or groups of digits: one line of such values is a list of them. Bare digits in a list are ids of anything. */
const structured = /[A-Za-z]|\d[-.\/ ]\d+[-.\/ ]\d/;

/** True where a value that ends here may be the last thing of its line, but for signs. */
export function mayFillLine(text: string, end: number): boolean {
  const right = text.slice(end, end + widestBorder);
  const line = right.split('\n', 1)[0] ?? '';
  return border.test(line) && (line.length < widestBorder || end + widestBorder >= text.length);
}

/**
 * True where nothing but signs stands beside the place in its line; for bare digits in the whole text. Looks no further than a border
 * may be wide.
 */
export function fillsLine({ text, start, end }: Place): boolean {
  const left = text.slice(Math.max(0, start - widestBorder), start);
  const right = text.slice(end, end + widestBorder);
  if (!structured.test(text.slice(start, end))) {
    const isAll = left.length === start && right.length === text.length - end;
    return (
      isAll && left.length < widestBorder && right.length < widestBorder && border.test(left) && border.test(right)
    );
  }
  const isOpen = left.length === widestBorder && !left.includes('\n');
  const isOpenAfter = right.length === widestBorder && !right.includes('\n');
  if (isOpen || isOpenAfter) return false;
  return border.test(left.slice(left.lastIndexOf('\n') + 1)) && border.test(right.split('\n', 1)[0] ?? '');
}
