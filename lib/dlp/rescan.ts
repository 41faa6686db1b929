import { editBetween, sameUnits } from './edit.ts';
import { finish } from './look.ts';
import type { Explained, Steps } from './look.ts';
import { withoutReasons } from './scan.ts';
import type { Scanner } from './scan.ts';
import { mostUnits, Trace } from './trace.ts';
import type { ScanResult } from './types.ts';

/**
 * Scans texts of which each may be what an earlier one became: somebody types in a long draft, deletes, or pastes. It gives exactly what
 * the scanner gives; of what lies before and behind the edit it uses what it found out before. It holds the texts, in memory only.
 */
export interface Rescanner {
  readonly scan: (text: string) => ScanResult;
  /** The work of `scan` in small pieces. */
  readonly steps: (text: string) => Steps<ScanResult>;
  readonly explain: (text: string) => Explained;
  /** UTF-16 units of a text that are not as they were in any text that is known: about what must be looked at. */
  readonly unknownUnits: (text: string) => number;
}

/** Shorter texts are scanned as they are, and not held: that takes a few milliseconds. */
const leastHeld = 20_000;
/** UTF-16 units of one text; all that is held together is no more than one scan may keep. */
const longestHeld = 2_000_000;
/** Texts that somebody may go on with at the same time: a draft, a file, a version without secrets. */
const mostHeld = 3;

/** `disabled` is as for the scanner; one rescanner is for one list of them. */
export function rescannerOf(scanner: Scanner, disabled?: ReadonlySet<string>): Rescanner {
  let held: readonly Trace[] = [];
  const keep = (trace: Trace, before: Trace | undefined) => {
    if (!trace.canBeKept) return;
    let units = 0;
    held = [trace, ...held.filter((each) => each !== before)].slice(0, mostHeld).filter((each) => {
      units += each.units;
      return units <= mostUnits;
    });
  };
  const explained = function* (text: string): Steps<Explained> {
    if (!canBeHeld(text)) return yield* scanner.steps(text, disabled);
    const before = mostLike(text, held);
    const trace = new Trace(text, before?.trace);
    const result = yield* scanner.steps(text, disabled, trace);
    trace.close();
    // What has little in common with the text is another one, and may be gone on with.
    keep(trace, before && before.same > before.trace.text.length / 2 ? before.trace : undefined);
    return result;
  };
  return {
    scan: (text) => withoutReasons(finish(explained(text))),
    *steps(text) {
      return withoutReasons(yield* explained(text));
    },
    explain: (text) => finish(explained(text)),
    unknownUnits: (text) => text.length - (canBeHeld(text) ? (mostLike(text, held)?.same ?? 0) : 0),
  };
}

function canBeHeld({ length }: string): boolean {
  return length >= leastHeld && length <= longestHeld;
}

function mostLike(text: string, held: readonly Trace[]): { readonly trace: Trace; readonly same: number } | undefined {
  const likes = held.map((trace) => ({ trace, same: sameUnits(editBetween(trace.text, text), text) }));
  return likes.reduce<(typeof likes)[number] | undefined>(
    (best, like) => (like.same > (best?.same ?? 0) ? like : best),
    undefined,
  );
}
