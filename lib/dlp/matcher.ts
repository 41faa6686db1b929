import { shapeOf } from './regex-shape.ts';
import { createCursor, startsOf } from './starts.ts';
import type { Searched, StartGroups } from './starts.ts';

/** Is told of a match and where it ends, and says from where to go on. */
type Visit = (match: RegExpExecArray, end: number) => number;

/** Units after which it pays to know where matches can begin. */
const worthwhile = 4_096;
/** A place that is tried costs as much as so many units that are passed over. */
const costOfTry = 12;

/**
 * Tries one expression on windows of texts. For one that is tried much it is worked out where its matches can begin at all, so that it
 * is only tried there; it finds the same.
 */
export class Matcher {
  readonly #pattern: RegExp;
  readonly #anchors: readonly string[];
  #anywhere: RegExp | undefined;
  #here: RegExp | undefined;
  #starts: StartGroups | undefined;
  /** False until it was decided whether starts are known. */
  #needsDigit = false;
  #isOpen = true;
  #searched = 0;
  #tried = 0;

  /** `anchors` are in lower case. */
  constructor(pattern: RegExp, anchors: readonly string[]) {
    this.#pattern = pattern;
    this.#anchors = anchors;
  }

  /** Visits each match from `from` on. A visit may lead to another search by this very matcher. */
  search(searched: Searched, from: number, visit: Visit): void {
    this.#searched += searched.part.length;
    if (this.#isOpen && this.#searched > worthwhile) this.#decide();
    if (this.#needsDigit && !/\d/.test(searched.part)) return;
    if (this.#starts) this.#searchFrom(createCursor(this.#starts, searched), { part: searched.part, from, visit });
    else this.#searchAll({ part: searched.part, from, visit });
  }

  #decide(): void {
    if (this.#starts === undefined) {
      this.#needsDigit = shapeOf(this.#pattern).digits > 0;
      this.#starts = startsOf(this.#pattern, this.#anchors);
    } else if (this.#tried * costOfTry > this.#searched) this.#starts = undefined;
    this.#isOpen = this.#starts !== undefined;
  }

  #searchAll({ part, from, visit }: Search): void {
    const expression = (this.#anywhere ??= withIndices(this.#pattern, 'g'));
    expression.lastIndex = from;
    for (let match = expression.exec(part); match; match = expression.exec(part))
      expression.lastIndex = visit(match, expression.lastIndex);
  }

  #searchFrom(cursor: (from: number) => number, { part, from, visit }: Search): void {
    const expression = (this.#here ??= withIndices(this.#pattern, 'y'));
    for (let at = cursor(from); at >= 0;) {
      this.#tried += 1;
      expression.lastIndex = at;
      const match = expression.exec(part);
      at = cursor(match ? visit(match, expression.lastIndex) : at + 1);
    }
  }
}

interface Search {
  readonly part: string;
  readonly from: number;
  readonly visit: Visit;
}

/** Indices say where the reported group stands; its text may occur twice in a match. */
function withIndices({ source, flags }: RegExp, kind: 'g' | 'y'): RegExp {
  const others = flags.replace(/[dgy]/g, '');
  return new RegExp(source, `${others}${kind}${flags.includes('d') || source.includes('(?<secret') ? 'd' : ''}`);
}
