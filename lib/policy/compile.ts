import type { Blobs, Policy, PolicyDictionary, PolicyRule } from '../contract/policy.ts';
import { detectors, detectorTitle } from '../dlp/detectors/index.ts';
import { compileRules } from '../dlp/organisation/compile-rules.ts';
import { arePatternsLoaded, loadPatterns } from '../dlp/organisation/linear-pattern.ts';
import type { RuleProblem } from '../dlp/organisation/custom-rule.ts';
import type { Detector } from '../dlp/types.ts';
import { compileSite } from '../sites/chatgpt/site.ts';
import type { Site } from '../sites/chatgpt/site.ts';

/** A policy made ready for many verdicts: rules sorted by what they name. */
export interface CompiledPolicy {
  readonly policy: Policy;
  /** Those of its rules that hold in this browser: for everybody, and for its group. */
  readonly rules: readonly PolicyRule[];
  /** The ids of those that are for its group. */
  readonly groupRules: ReadonlySet<string>;
  readonly disabled: ReadonlySet<string>;
  /** Everybody's detectors and the organisation's own. The same list for the same policy. */
  readonly detectors: readonly Detector[];
  /** Rules of the organisation that cannot run, and why. */
  readonly problems: readonly RuleProblem[];
  readonly byDetector: ReadonlyMap<string, readonly PolicyRule[]>;
  readonly byCategory: ReadonlyMap<string, readonly PolicyRule[]>;
  readonly general: readonly PolicyRule[];
  /** What is known of the page, the policy's site pack included. */
  readonly site: Site;
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
  const byDetector = new Map<string, PolicyRule[]>();
  const byCategory = new Map<string, PolicyRule[]>();
  const general: PolicyRule[] = [];
  const rules = policy.rules.filter(({ when }) => when.group === undefined || when.group === group);
  for (const rule of rules) {
    const { detector, category } = rule.when;
    if (detector !== undefined) append(byDetector, detector, rule);
    else if (category !== undefined) append(byCategory, category, rule);
    else general.push(rule);
  }
  const custom = compileRules(
    policy.customRules ?? [],
    (policy.dictionaries ?? []).map((dictionary) => ({ ...dictionary, data: dataOf(dictionary, blobs) })),
  );
  const { problems, ...site } = compileSite(policy.sitePack);
  return {
    policy,
    rules,
    groupRules: new Set(rules.filter(({ when }) => when.group !== undefined).map(({ id }) => id)),
    site,
    disabled: new Set(policy.disabledDetectors),
    detectors: custom.detectors.length > 0 ? [...detectors, ...custom.detectors] : detectors,
    problems: [
      ...custom.problems,
      ...problems.map(({ id, reason }) => ({ rule: id, field: 'path', position: undefined, reason }) as const),
    ],
    byDetector,
    byCategory,
    general,
  };
}

function dataOf(dictionary: PolicyDictionary, blobs: Blobs): string | undefined {
  if ('data' in dictionary) return dictionary.data;
  return Object.hasOwn(blobs, dictionary.sha256) ? blobs[dictionary.sha256] : undefined;
}

/** The name of a detector for people, the organisation's own included; its id where it is not known. */
export function titleOf({ policy }: CompiledPolicy, id: string): string {
  const own = [...(policy.customRules ?? []), ...(policy.dictionaries ?? [])];
  return own.find((rule) => rule.id === id)?.title ?? detectorTitle(id);
}

function append(map: Map<string, PolicyRule[]>, key: string, rule: PolicyRule): void {
  const rules = map.get(key);
  if (rules) rules.push(rule);
  else map.set(key, [rule]);
}
