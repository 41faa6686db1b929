import type { Category, Severity } from '../../vocabulary/content.ts';

/** A rule that an organisation wrote: data from outside, never trusted to be quick. It has a pattern or keywords, one of the two. */
export interface CustomRule {
  /** Begins with `org-`, so that it is never taken for a detector of our own. */
  readonly id: string;
  readonly title: string;
  readonly category: Category;
  readonly severity: Severity;
  /** A regular expression that JavaScript (flag `u`) and RE2 both read, without lookarounds and back references. */
  readonly pattern?: string | undefined;
  readonly ignoreCase?: boolean | undefined;
  /** Words and phrases, as whole words: case, accents and what stands between the words do not matter. */
  readonly keywords?: readonly string[] | undefined;
  /** Counts only so near to one of these, in UTF-16 units. */
  readonly near?: { readonly keywords: readonly string[]; readonly within: number } | undefined;
  /** Values that are none, compared as keywords are. */
  readonly except?: readonly string[] | undefined;
  /** What a value that is none looks like from its start to its end. */
  readonly exceptPattern?: string | undefined;
}

/** A list of an organisation: see `Dictionary`. */
export interface CustomDictionary extends Pick<CustomRule, 'id' | 'title' | 'category' | 'severity'> {
  readonly terms: number;
  /** Base64; `undefined` where the list is fetched apart and is not here. */
  readonly data: string | undefined;
}

/** Why a rule is left out, for whoever wrote it. `position` is a place in its pattern, from 0. */
export interface RuleProblem {
  readonly rule: string;
  readonly field: 'pattern' | 'exceptPattern' | 'keywords' | 'near' | 'except' | 'id' | 'data' | 'path';
  readonly position: number | undefined;
  readonly reason: string;
}

/** One clause for a person: which rule, where, and why. */
export function sayProblem({ rule, field, position, reason }: RuleProblem): string {
  const place = position === undefined ? field : `${field}, character ${String(position + 1)}`;
  return `"${rule}" (${place}): ${reason}`;
}
