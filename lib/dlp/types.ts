import type { Anchor } from './anchor-word.ts';
import type { Category, Severity } from '../vocabulary/content.ts';

/** Finds one kind of sensitive content. Its id never changes once released. */
export interface Detector {
  readonly id: string;
  readonly category: Category;
  readonly severity: Severity;
  /** Short human name, e.g. `GitHub token`. */
  readonly title: string;
  /**
   * Global (`g`) and linear in practice: no nested quantifiers, every repeat bounded or followed by something it cannot match.
   * The whole match is the finding, or the named group `secret` (or `secret2`, `secret3` …) that took part. A group `also` is a second
   * finding beside it: the user name of a password.
   */
  readonly pattern: RegExp;
  /**
   * Literals of which at least one must occur (compared in lower case) before `pattern` is tried. The compiler derives them from the
   * pattern where it can; where they are given here, they are checked against the samples.
   */
  readonly anchors?: readonly Anchor[];
  /**
   * Checksum, structure or entropy. `false` refuses the candidate. `match` is the whole match, `secret` the reported part. Of `match.input`
   * it may read no more than 256 units before and behind the match: see `beside` in `collect-again.ts`.
   */
  readonly verify?: (secret: string, match: RegExpExecArray) => boolean;
  /**
   * Runs instead of `pattern` on each window, for rules that must not meet the backtracking engine: spans within the given text, in
   * order. `pattern` then only gives anchors and the size of the windows; with `anchors: []` the whole text is given. `anchors` says
   * where the detector's anchors end in that text. `verify` is not asked.
   */
  readonly find?: (text: string, anchors: readonly number[]) => Iterable<readonly [start: number, end: number]>;
  /** 0..1 before context is weighed; 0.9 where it is left out. */
  readonly confidence?: number;
  /** Words near the match that raise confidence by 0.35 (matched in lower case, within 60 units before or 32 after). */
  readonly context?: readonly string[];
  /** True where a value that fills its line is as good as announced by a word: a column of numbers, or a prompt that is one. */
  readonly alone?: boolean;
  /** Below this the finding is not reported; 0.5 where it is left out. */
  readonly threshold?: number;
}

/** What a detector found and where: a span in UTF-16 units, never the text itself. */
export interface Finding {
  readonly detector: string;
  readonly category: Category;
  readonly severity: Severity;
  /** 0..1 */
  readonly confidence: number;
  readonly start: number;
  readonly end: number;
}

/** A finding with the reasons for its confidence, for `--explain` and the rule lab. */
export interface ExplainedFinding extends Finding {
  readonly why: readonly string[];
}

/** The result of one scan. `complete` is false when a detector threw; policy's `onFailure` then decides. */
export interface ScanResult {
  readonly findings: readonly Finding[];
  readonly complete: boolean;
}

/** Sample texts of a detector, built from parts so that no token-like literal is committed. At least three of each. */
export interface Samples {
  readonly hits: readonly string[];
  readonly misses: readonly string[];
}

/** The marks of one conversation: which value has which mark. Lives in memory only. */
export interface Conversation {
  /** value → mark, e.g. `[github-token-1]` */
  readonly marks: Map<string, string>;
  /** mark → value */
  readonly values: Map<string, string>;
  /** detector id → highest number given so far */
  readonly counters: Map<string, number>;
}
