import type { Edit } from './edit.ts';
import { countBefore } from './in-order.ts';
import { longestOutline } from './outline.ts';
import { release, Surveyor } from './survey.ts';
import type { Places, Sought, Survey } from './survey.ts';

/**
 * The survey of an edited text from the survey of the text before: only what is near the edit is looked at. Where a word or an outline
 * ends hangs on the units that belong to it and on those beside it, so places farther off are as they were. `undefined` where one of the
 * two surveys has no outlines, for too much work: then nothing is known of them.
 */
export function resurvey(text: string, before: Survey, { edit, sought }: Edited): Survey | undefined {
  const { strict, loose } = before;
  if (strict === undefined || loose === undefined) return undefined;
  const reach = Math.max(longestOutline, longestWord(sought)) + 8;
  const surveyor = new Surveyor(text, sought);
  const from = Math.max(0, edit.start - reach);
  const to = Math.min(text.length, edit.end + reach + 1);
  surveyor.advance(from, to);
  const near = surveyor.finish(from, to);
  const zone = { ...edit, behind: edit.endBefore + reach, shift: edit.end - edit.endBefore };
  const ends = spliced(before.ends, near.ends, { zone, touched: [...before.words, ...near.words] });
  const words = [...new Set([...before.words, ...near.words])].filter((word) => ends[word] !== undefined);
  release(near, sought);
  if (near.strict === undefined || near.loose === undefined) return undefined;
  return {
    words,
    ends,
    strict: spliced(strict, near.strict, { zone }),
    loose: spliced(loose, near.loose, { zone }),
  };
}

interface Edited {
  readonly edit: Edit;
  readonly sought: Sought;
}

const longestWords = new WeakMap<Sought, number>();

/** Of those that are sought, in UTF-16 units. */
export function longestWord(sought: Sought): number {
  const known = longestWords.get(sought);
  if (known !== undefined) return known;
  const longest = sought.grams.texts.reduce((most, { length }) => Math.max(most, length), 0);
  longestWords.set(sought, longest);
  return longest;
}

interface Zone {
  /** Ends before it are as they were. */
  readonly start: number;
  /** Ends from here on, in the text before, are as they were, but for the shift. */
  readonly behind: number;
  readonly shift: number;
}

interface Splice {
  readonly zone: Zone;
  /** The lists that may hold something; all where it is left out. */
  readonly touched?: readonly number[];
}

function spliced(before: Places, near: Places, { zone, touched }: Splice): Places {
  const all: (readonly number[] | undefined)[] = new Array<undefined>(Math.max(before.length, near.length));
  all.fill(undefined);
  for (const place of touched ?? all.keys()) {
    const list = splicedList(before[place] ?? none, near[place] ?? none, zone);
    if (list.length > 0) all[place] = list;
  }
  return all;
}

const none: readonly number[] = [];
const itself = (place: number) => place;

function splicedList(
  before: readonly number[],
  near: readonly number[],
  { start, behind, shift }: Zone,
): readonly number[] {
  const first = before.slice(0, countBefore(before, start, itself));
  const middle = near.slice(countBefore(near, start, itself), countBefore(near, behind + shift, itself));
  const last = before.slice(countBefore(before, behind, itself));
  return [...first, ...middle, ...(shift === 0 ? last : last.map((end) => end + shift))];
}
