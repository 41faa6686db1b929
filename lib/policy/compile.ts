import type { Blobs, Policy, PolicyDictionary } from '../contract/policy.ts';
import { detectors, detectorTitle } from '../dlp/detectors/index.ts';
import { compileRules } from '../dlp/organisation/compile-rules.ts';
import { arePatternsLoaded, loadPatterns } from '../dlp/organisation/linear-pattern.ts';
import type { RuleProblem } from '../dlp/organisation/custom-rule.ts';
import type { Detector } from '../dlp/types.ts';
import { sortRules } from './rules.ts';
import type { PolicyRules } from './rules.ts';

/** A policy made ready for scans and verdicts. */
export interface CompiledPolicy extends PolicyRules {
  /** Everybody's detectors and the organisation's own. The same list for the same policy. */
  readonly detectors: readonly Detector[];
  /** Rules of the organisation that cannot run, and why. */
  readonly problems: readonly RuleProblem[];
  /** The name of a detector for people, the organisation's own included; its id where it is not known. */
  readonly titleOf: (id: string) => string;
}

/** What `compilePolicy` has to wait for; `undefined` where an organisation has no expressions of its own, as most have none. */
export function beforeCompiling({ customRules = [] }: Policy): Promise<void> | undefined {
  const hasPattern = customRules.some(({ pattern, exceptPattern }) => (pattern ?? exceptPattern) !== undefined);
  return hasPattern && !arePatternsLoaded() ? loadPatterns() : undefined;
}

export interface CompileOptions {
  readonly blobs?: Blobs | undefined;
  /** The group of this browser. */
  readonly group?: string | undefined;
}

/**
 * A dictionary whose blob is not among `blobs` is one of the `problems`; all else runs. Rules for other groups than the browser's are
 * left out.
 */
export function compilePolicy(policy: Policy, { blobs = {}, group }: CompileOptions = {}): CompiledPolicy {
  const { customRules = [], dictionaries = [] } = policy;
  const rules = sortRules(policy, group);
  const custom = compileRules(
    customRules,
    dictionaries.map((dictionary) => ({ ...dictionary, data: dataOf(dictionary, blobs) })),
  );
  const titles = new Map([...customRules, ...dictionaries].map(({ id, title }) => [id, title]));
  return {
    ...rules,
    detectors: custom.detectors.length > 0 ? [...detectors, ...custom.detectors] : detectors,
    problems: [
      ...custom.problems,
      ...rules.siteProblems.map(
        ({ id, reason }) => ({ rule: id, field: 'path', position: undefined, reason }) as const,
      ),
    ],
    titleOf: (id) => titles.get(id) ?? detectorTitle(id),
  };
}

function dataOf(dictionary: PolicyDictionary, blobs: Blobs): string | undefined {
  if ('data' in dictionary) return dictionary.data;
  return Object.hasOwn(blobs, dictionary.sha256) ? blobs[dictionary.sha256] : undefined;
}
