import { codeOf, endAt, gramMask } from './grams.ts';
import type { Grams } from './grams.ts';
import { met, unmade } from './outlines.ts';
import type { Outlines } from './outlines.ts';
import { symbolOf } from './symbols.ts';

/** What is sought in every text. */
export interface Sought {
  readonly grams: Grams;
  /** Two automata are smaller than one: outlines that leave much open make many states. */
  readonly strict: Outlines;
  readonly loose: Outlines;
  /** Lists for the places of words, as long as there are words, that no survey uses. */
  readonly spare: (number[] | undefined)[][];
}

/** Lists of places by what stands there. */
export type Places = readonly (readonly number[] | undefined)[];

/** What one pass over a text found. */
export interface Survey {
  /** Words that occur. */
  readonly words: readonly number[];
  /** By word: where it ends, in order; `undefined` for one that does not occur. */
  readonly ends: Places;
  /** By set of outlines that end together: where, in order; `undefined` where a hostile text made too much work. */
  readonly strict: Places | undefined;
  readonly loose: Places | undefined;
}

/** Steps of an automaton that one text may make: a few for each unit that is like no other, and no more. */
const mostMade = 20_000;
const unitsPerMade = 64;

/** Units that are looked at before there is a pause. */
const pieceOfText = 65_536;

/** One pass over a text. What it yields is how much of a scan is done, 0..1. */
export function* surveySteps(text: string, sought: Sought): Generator<number, Survey> {
  const surveyor = new Surveyor(text, sought);
  for (let from = 0; from < text.length; from += pieceOfText) {
    surveyor.advance(from, Math.min(text.length, from + pieceOfText));
    yield (from / text.length) * 0.5;
  }
  return surveyor.finish();
}

/** A survey that `Surveyor` made is not read any more. */
export function release({ words, ends }: Survey, { spare }: Sought): void {
  const lists = ends as (number[] | undefined)[]; // made by a surveyor, which changes them
  for (const word of words) lists[word] = undefined;
  spare.push(lists);
}

/** One pass over `text`, from `from` to `to`, onto what was found before: a long text may be looked at in pieces. */
export class Surveyor {
  readonly #text: string;
  readonly #sought: Sought;
  readonly #words: number[] = [];
  readonly #ends: (number[] | undefined)[];
  readonly #strict: Tracker;
  readonly #loose: Tracker;
  #gram = 0;

  constructor(text: string, sought: Sought) {
    this.#text = text;
    this.#sought = sought;
    this.#ends = sought.spare.pop() ?? new Array<undefined>(sought.grams.texts.length).fill(undefined);
    const most = mostMade + text.length / unitsPerMade;
    this.#strict = new Tracker(sought.strict, most);
    this.#loose = new Tracker(sought.loose, most);
  }

  advance(from: number, to: number): void {
    for (let at = from; at < to; at += stretchOfText) {
      const count = this.#walk(at, Math.min(to, at + stretchOfText));
      this.#compare(count);
    }
  }

  /** Takes the steps of both automata, and keeps in `hits` where three letters end that words have: how many. */
  #walk(from: number, to: number): number {
    const text = this.#text;
    const { places } = this.#sought.grams;
    const strict = this.#strict;
    const loose = this.#loose;
    let gram = this.#gram;
    let count = 0;
    let at = from;
    while (at < to) {
      // Constant within the loop: nearly all steps are taken there.
      const strictNext = strict.outlines.next;
      const looseNext = loose.outlines.next;
      let [one, two] = [strict.state, loose.state];
      let [symbol, nextOne, nextTwo] = [0, 0, 0];
      for (; at < to; at += 1) {
        const unit = text.charCodeAt(at);
        const trait = traits[unit] || traitOf(unit);
        gram = ((gram << 6) | (trait & 63)) & gramMask;
        if (places[gram] !== 0) {
          hits[count] = at;
          hitGrams[count] = gram;
          count += 1;
        }
        symbol = (trait >> 6) & 15;
        nextOne = strictNext[one + symbol] ?? 0;
        nextTwo = looseNext[two + symbol] ?? 0;
        if (nextOne >= met || nextTwo >= met) break;
        one = nextOne;
        two = nextTwo;
      }
      const isWalked = at === to;
      strict.state = isWalked || nextOne < met ? nextOne : strict.follow(one, symbol, at);
      loose.state = isWalked || nextTwo < met ? nextTwo : loose.follow(two, symbol, at);
      at += 1;
    }
    this.#gram = gram;
    return count;
  }

  /** What was found in the stretch that was looked at, all of the text where it is left out. */
  finish(from = 0, to = this.#text.length): Survey {
    this.#noteSigns(from, to);
    const isAll = to === this.#text.length;
    return {
      words: this.#words,
      ends: this.#ends,
      strict: this.#strict.finish(isAll ? to : undefined),
      loose: this.#loose.finish(isAll ? to : undefined),
    };
  }

  /** Compares the words whose three letters end where `hits` says. */
  #compare(count: number): void {
    const text = this.#text;
    const { grams } = this.#sought;
    const { places, before, probes, probed, words } = grams;
    for (let hit = 0; hit < count; hit += 1) {
      const at = hits[hit] ?? 0;
      for (let entry = places[hitGrams[hit] ?? 0] ?? 0; entry !== 0; entry = before[entry] ?? 0) {
        // Most are ruled out by one more letter.
        const place = at + (probes[entry] ?? 0);
        if (place < 0 || place >= text.length) continue;
        const unit = text.charCodeAt(place);
        if (((traits[unit] || traitOf(unit)) & 63) !== probed[entry]) continue;
        const word = words[entry] ?? 0;
        const end = endAt(text, at + 1, word, grams);
        if (end >= 0) this.#note(word, end);
      }
    }
  }

  #note(word: number, end: number): void {
    const known = this.#ends[word];
    if (known) known.push(end);
    else {
      this.#ends[word] = [end];
      this.#words.push(word);
    }
  }

  #noteSigns(from: number, to: number): void {
    const text = this.#text.slice(from, to);
    const { signs, texts } = this.#sought.grams;
    for (const word of signs) {
      const sign = texts[word] ?? '';
      for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) this.#note(word, from + at + 1);
    }
  }
}

/** Units that are walked over before the words that may stand there are compared. */
const stretchOfText = 4_096;

/** Of the stretch that is looked at: where three letters end that words have, and which they are. */
const hits = new Uint32Array(stretchOfText);
const hitGrams = new Uint32Array(stretchOfText);

/** Both codes of a character in one number, by unit; 0 for one that was not met yet. */
const traits = new Uint16Array(65_536);
const isMet = 1 << 15;

function traitOf(unit: number): number {
  return (traits[unit] = codeOf(unit) | (symbolOf(unit) << 6) | isMet);
}

/** Where one automaton stands, and what ended so far. */
class Tracker {
  readonly outlines: Outlines;
  readonly #ended: (number[] | undefined)[] = [];
  readonly #most: number;
  #made = 0;
  state = 0;

  constructor(outlines: Outlines, most: number) {
    this.outlines = outlines;
    this.#most = most;
  }

  /** A step that is new, or on which something ends before the unit at `at`. */
  follow(state: number, symbol: number, at: number): number {
    const { outlines } = this;
    let step = outlines.next[state + symbol] ?? unmade;
    if (step === unmade) {
      this.#made += 1;
      if (this.#made > this.#most) return 0;
      step = outlines.make(state, symbol);
    }
    if (step < met) return step;
    this.#record(outlines.ending[state + symbol] ?? 0, at);
    return step - met;
  }

  /** `length` where the text ends here. */
  finish(length: number | undefined): Places | undefined {
    if (this.#made > this.#most) return undefined;
    const set = length === undefined ? 0 : this.outlines.atEnd(this.state);
    if (length !== undefined && set !== 0) this.#record(set, length);
    return this.#ended;
  }

  #record(set: number, at: number): void {
    (this.#ended[set] ??= []).push(at);
  }
}
