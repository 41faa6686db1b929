import type * as Re2 from 're2js';
import type { RE2JS } from 're2js';
import { shapeOf } from '../regex-shape.ts';

/** A regular expression of an organisation: linear in the text, whatever it is and whatever stands there. */
export interface LinearPattern {
  /** Literals of which one stands in every match, in lower case; empty where none could be derived. */
  readonly anchors: readonly string[];
  /** Matches in order. Only around `places` where there are any, each the end of an anchor. */
  readonly find: (text: string, places: readonly number[]) => Generator<readonly [start: number, end: number]>;
  /** True where the whole value looks like this. */
  readonly isWhole: (value: string) => boolean;
}

export type ReadPattern =
  | { readonly ok: true; readonly pattern: LinearPattern }
  | { readonly ok: false; readonly position: number | undefined; readonly reason: string };

type Engine = typeof Re2;

/** Large, and needed only where an organisation has expressions of its own: a bundle runs it no sooner than it is loaded here. */
let loaded: Engine | undefined;

/** Resolves when `readPattern` may be called. */
export async function loadPatterns(): Promise<void> {
  loaded ??= await import('re2js');
}

export function arePatternsLoaded(): boolean {
  return loaded !== undefined;
}

function engine(): Engine {
  if (loaded === undefined) throw new Error('loadPatterns has to come first');
  return loaded;
}

const longestPattern = 1_000;
/** Instructions of the compiled program: each is a step for each unit of the text at worst. */
const largestProgram = 2_000;
/** Wider windows save nothing over the whole text. */
const widest = 4_096;

/** Reads what JavaScript and RE2 both read: outside that, the two would not mean the same by it. */
export function readPattern(source: string, ignoreCase: boolean): ReadPattern {
  if (source.length > longestPattern) return refuse(longestPattern, `it is longer than ${longestPattern} characters`);
  let shape: ReturnType<typeof shapeOf>;
  try {
    const read = new RegExp(source, ignoreCase ? 'giu' : 'gu');
    // The front end knows no classes of Unicode.
    shape = /\\[pP]/.test(source) ? { anchors: [], longest: Infinity, digits: 0 } : shapeOf(read);
  } catch {
    return refuse(placeOfError(source), reasonOf(source) ?? 'it is no regular expression');
  }
  let compiled: RE2JS;
  const { RE2JS } = engine();
  try {
    compiled = RE2JS.compile(source, RE2JS.MULTILINE | (ignoreCase ? RE2JS.CASE_INSENSITIVE : 0));
  } catch {
    return refuse(placeOfError(source), reasonOf(source) ?? 'it is not in the subset that runs in linear time');
  }
  if (compiled.programSize() > largestProgram) return refuse(undefined, 'its repeats make it too large');
  if (compiled.matcher('').find()) return refuse(undefined, 'it matches nothing at all, and so everywhere');
  // A character beyond the first plane takes two units.
  const longest = 2 * shape.longest + 1;
  const reach = longest > widest ? Infinity : longest;
  const find = (text: string, places: readonly number[]) => matches(compiled, { text, places, reach });
  return { ok: true, pattern: { anchors: shape.anchors, find, isWhole: (value) => compiled.testExact(value) } };
}

function refuse(position: number | undefined, reason: string): ReadPattern {
  return { ok: false, position, reason };
}

/** What RE2 says is wrong, in words; `undefined` where it finds nothing. */
function reasonOf(source: string): string | undefined {
  if (/\(\?<?[=!]/.test(source)) return 'lookarounds do not run in linear time';
  if (/\\[1-9]|\\k</.test(source)) return 'back references do not run in linear time';
  const { RE2JS, RE2JSSyntaxException } = engine();
  try {
    RE2JS.compile(source);
    return undefined;
  } catch (error) {
    return error instanceof RE2JSSyntaxException
      ? error.message.replace(/^error parsing regexp: /, '').replace(/: `[^]*$/, '')
      : undefined;
  }
}

/** The shortest beginning that cannot be read to its end any more; what is left open there may still be closed. */
function placeOfError(source: string): number | undefined {
  const look = /\(\?<?[=!]|\\[1-9]|\\k</.exec(source);
  if (look) return look.index;
  for (let end = 1; end <= source.length; end += 1) {
    if (!isBroken(source.slice(0, end))) continue;
    if (
      ![')', ']', '}', '})', '])', '))', 'a', '0}', '}', '>a)'].some((rest) => !isBroken(source.slice(0, end) + rest))
    )
      return end - 1;
  }
  return source.length === 0 ? 0 : source.length - 1;
}

function isBroken(source: string): boolean {
  try {
    engine().RE2JS.compile(source);
    return false;
  } catch {
    return true;
  }
}

interface Search {
  readonly text: string;
  readonly places: readonly number[];
  readonly reach: number;
}

function* matches(compiled: RE2JS, { text, places, reach }: Search): Generator<readonly [number, number]> {
  for (const { start, end } of windowsOf({ text, places, reach })) {
    const matcher = compiled.matcher(text.slice(start, end));
    while (matcher.find()) {
      const [from, to] = [start + matcher.start(), start + matcher.end()];
      // One unit at a cut is there for what an edge looks at; a match that takes it was made by the cut.
      if (from < to && (from > start || start === 0) && (to < end || end === text.length)) yield [from, to];
    }
  }
}

function windowsOf({ text, places, reach }: Search): readonly { start: number; end: number }[] {
  if (places.length === 0 || reach === Infinity) return [{ start: 0, end: text.length }];
  const windows: { start: number; end: number }[] = [];
  for (const place of places) {
    const start = Math.max(0, place - reach - 1);
    const end = Math.min(text.length, place + reach + 1);
    const last = windows.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else windows.push({ start, end });
  }
  return windows;
}
