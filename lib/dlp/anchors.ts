/** Many short words sought in one pass: an Aho–Corasick automaton over ASCII, blind to case. */
export interface Automaton {
  /** Column of each ASCII unit; upper-case letters share the column of the lower-case ones, 0 is every other unit. */
  readonly columns: Uint8Array;
  readonly width: number;
  /** Where a state (already times `width`) goes by column. */
  readonly next: Int32Array;
  /** By state: the words that end there. */
  readonly outputs: readonly (readonly number[] | undefined)[];
}

/** `words` are ASCII and in lower case; a word is known by its place in the list from then on. */
export function buildAutomaton(words: readonly string[]): Automaton {
  const { columns, width } = columnsOf(words);
  const goto: number[][] = [new Array<number>(width).fill(-1)];
  const outputs: (number[] | undefined)[] = [undefined];
  words.forEach((word, id) => {
    let state = 0;
    for (let at = 0; at < word.length; at += 1) {
      const row = goto[state] ?? [];
      const column = columns[word.charCodeAt(at)] ?? 0;
      const known = row[column] ?? -1;
      state = known >= 0 ? known : goto.push(new Array<number>(width).fill(-1)) - 1;
      row[column] = state;
    }
    (outputs[state] ??= []).push(id);
  });
  return { columns, width, next: completed(goto, outputs, width), outputs };
}

function columnsOf(words: readonly string[]): Pick<Automaton, 'columns' | 'width'> {
  const columns = new Uint8Array(128);
  let width = 1;
  for (const char of new Set(words.join(''))) {
    columns[char.charCodeAt(0)] = width;
    columns[char.toUpperCase().charCodeAt(0)] = width;
    width += 1;
  }
  return { columns, width };
}

/** Fills the gaps of the tree, breadth first, so that the run needs no failure links. */
function completed(goto: readonly number[][], outputs: (number[] | undefined)[], width: number): Int32Array {
  const next = new Int32Array(goto.length * width);
  const fallback = new Int32Array(goto.length);
  const queue = [0];
  for (let state = queue.shift(); state !== undefined; state = queue.shift()) {
    const back = fallback[state] ?? 0;
    const inherited = outputs[back];
    if (state !== 0 && inherited) outputs[state] = [...(outputs[state] ?? []), ...inherited];
    for (let column = 0; column < width; column += 1) {
      const child = goto[state]?.[column] ?? -1;
      const behind = state === 0 ? 0 : (next[back * width + column] ?? 0) / width;
      next[state * width + column] = (child >= 0 ? child : behind) * width;
      if (child < 0) continue;
      fallback[child] = behind;
      queue.push(child);
    }
  }
  return next;
}

/** Which words occur in a text, and where each of those ends, in order. */
export interface Occurrences {
  readonly words: readonly number[];
  /** By word; `undefined` for one that does not occur. */
  readonly ends: readonly (readonly number[] | undefined)[];
}

export function occurrencesIn(text: string, { columns, width, next, outputs }: Automaton): Occurrences {
  const ends: (number[] | undefined)[] = [];
  const words: number[] = [];
  let state = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    state = unit < 128 ? (next[state + (columns[unit] ?? 0)] ?? 0) : 0;
    const met = state === 0 ? undefined : outputs[state / width];
    if (!met) continue;
    for (const word of met) {
      const known = ends[word];
      if (known) known.push(at + 1);
      else {
        ends[word] = [at + 1];
        words.push(word);
      }
    }
  }
  return { words, ends };
}
