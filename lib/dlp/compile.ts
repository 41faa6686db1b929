import { buildGrams } from './grams.ts';
import { Matcher } from './matcher.ts';
import { createOutlines } from './outlines.ts';
import { numbersIn, planOf } from './plan.ts';
import type { Kind, Places, Plan, Runs } from './plan.ts';
import { tableOf } from './positions.ts';
import type { Sought } from './survey.ts';
import type { Detector } from './types.ts';

/** A detector made ready: what must occur before its expression is tried, and how far around that. */
export interface CompiledDetector {
  readonly detector: Detector;
  /** Places of its anchors among the words; empty where it has none. */
  readonly anchors: readonly number[];
  /** Places of the words without one of which nothing is reported; `undefined` where a match needs none. */
  readonly words: readonly number[] | undefined;
  /** Its outline, where it has one: in which automaton, and its place there. */
  readonly outline: { readonly kind: Kind; readonly place: number } | undefined;
  /** Units around an anchor that can belong to a match, `Infinity` where a match has no useful bound. */
  readonly reach: number;
  readonly matcher: Matcher;
}

/** Detectors with the tables that find in one pass where each can match. A detector is known by its place in the list. */
export interface CompiledSet {
  readonly ids: ReadonlySet<string>;
  readonly sought: Sought;
  /** How many detectors there are. */
  readonly count: number;
  /** Most texts concern a few of them, so each is made ready when it is first asked for. */
  readonly at: (place: number) => CompiledDetector;
  /** The detectors that a word may concern. */
  readonly byWord: Chains;
  /** Detectors that may match in a text without any of the words. Those with an outline are known by it: see `byOutline`. */
  readonly wordless: readonly number[];
  /** By outline: the detector that needs no words and has it. */
  readonly byOutline: Readonly<Record<Kind, readonly (number | undefined)[]>>;
}

/** Lists in two tables: links are followed from `last` through `before` until 0. */
interface Chains {
  /** By word: its last link. */
  readonly last: Uint16Array;
  /** By link: the one before it, and the detector. */
  readonly before: Uint16Array;
  readonly detectors: Uint16Array;
}

/** `plan` was made from the same detectors. */
export function compile(detectors: readonly Detector[], plan: Plan = planOf(detectors)): CompiledSet {
  const { outlines, warm } = plan;
  const strict = createOutlines(outlines.strict, warm?.strict);
  const loose = createOutlines(outlines.loose, warm?.loose);
  const sought = { grams: buildGrams(plan.words), strict, loose, spare: [] };
  return { ...concernsOf(detectors, plan), ...readied(detectors, plan), sought };
}

const nothing: Places = [[], 0, 0];

/** As `compile`, but every expression meets the whole text: what the windows are measured against. */
export function compileNaively(detectors: readonly Detector[]): CompiledSet {
  const outlines = { strict: () => tableOf([]), loose: () => tableOf([]) };
  const words = { texts: [], offsets: [], alone: [] };
  return compile(detectors, { words, outlines, places: detectors.map(() => nothing) });
}

function readied(detectors: readonly Detector[], { places, words: { texts, alone } }: Plan) {
  const isAlone = new Set(alone);
  const ids = new Set(detectors.map(({ id }) => id));
  const known: (CompiledDetector | undefined)[] = new Array<undefined>(detectors.length);
  const at = (place: number): CompiledDetector => {
    const earlier = known[place];
    if (earlier) return earlier;
    const detector = detectors[place];
    if (detector === undefined) throw new RangeError('no such detector');
    const own = places[place] ?? nothing;
    // Whether a word stands alone hangs on what is beside it: it says nothing of where a match begins.
    const leading = numbersIn(own[0]).filter((word) => !isAlone.has(word));
    const matcher = new Matcher(
      detector.pattern,
      leading.map((word) => texts[word] ?? ''),
    );
    return (known[place] = readyOf(detector, own, matcher));
  };
  return { ids, count: detectors.length, at };
}

function readyOf(
  detector: Detector,
  [anchors, words, reach, kind, outline]: Places,
  matcher: Matcher,
): CompiledDetector {
  return {
    detector,
    anchors: numbersIn(anchors),
    words: words === 0 ? undefined : numbersIn(words),
    outline: kind === undefined || outline === undefined ? undefined : { kind, place: outline },
    reach: reach === 0 ? Infinity : reach,
    matcher,
  };
}

type Concerns = Pick<CompiledSet, 'byWord' | 'wordless' | 'byOutline'>;

function concernsOf(detectors: readonly Detector[], { places, words: { texts } }: Plan): Concerns {
  const links: number[] = [0];
  const owners: number[] = [0];
  const last = new Uint16Array(texts.length);
  const byOutline: Record<Kind, (number | undefined)[]> = { strict: [], loose: [] };
  const wordless: number[] = [];
  const link = (runs: Runs, place: number) => {
    for (let at = 0; at < runs.length; at += 2) {
      const first = runs[at] ?? 0;
      const end = first + (runs[at + 1] ?? 0);
      for (let word = first; word < end; word += 1) {
        links.push(last[word] ?? 0);
        last[word] = owners.push(place) - 1;
      }
    }
  };
  detectors.forEach(({ alone = false }, place) => {
    const [anchors, words, , kind, outline] = places[place] ?? nothing;
    link(words === 0 ? anchors : words, place);
    const isWordless = words === 0 ? anchors.length === 0 : alone;
    if (!isWordless) return;
    if (kind !== undefined && outline !== undefined) byOutline[kind][outline] = place;
    else wordless.push(place);
  });
  return {
    byWord: { last, before: Uint16Array.from(links), detectors: Uint16Array.from(owners) },
    wordless,
    byOutline,
  };
}
