import type { Policy, PolicyRule } from '../contract/policy.ts';
import { compileSite } from '../sites/chatgpt/site.ts';
import type { Site, PackProblem } from '../sites/chatgpt/site.ts';

/** A policy without its detectors: rules sorted by what they name, and what is known of the page. */
export interface PolicyRules {
  readonly policy: Policy;
  /** Those of its rules that hold in this browser: for everybody, and for its group. */
  readonly rules: readonly PolicyRule[];
  /** The ids of those that are for its group. */
  readonly groupRules: ReadonlySet<string>;
  readonly disabled: ReadonlySet<string>;
  readonly byDetector: ReadonlyMap<string, readonly PolicyRule[]>;
  readonly byCategory: ReadonlyMap<string, readonly PolicyRule[]>;
  readonly general: readonly PolicyRule[];
  /** What is known of the page, the policy's site pack included. */
  readonly site: Site;
  /** Parts of the site pack that are left out, and why. */
  readonly siteProblems: readonly PackProblem[];
}

/** Rules for other groups than the browser's are left out. */
export function sortRules(policy: Policy, group?: string): PolicyRules {
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
  const { problems, ...site } = compileSite(policy.sitePack);
  return {
    policy,
    rules,
    groupRules: new Set(rules.filter(({ when }) => when.group !== undefined).map(({ id }) => id)),
    disabled: new Set(policy.disabledDetectors),
    byDetector,
    byCategory,
    general,
    site,
    siteProblems: problems,
  };
}

function append(map: Map<string, PolicyRule[]>, key: string, rule: PolicyRule): void {
  const rules = map.get(key);
  if (rules) rules.push(rule);
  else map.set(key, [rule]);
}
