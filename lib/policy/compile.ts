import type { Policy, PolicyRule } from '../contract/policy.ts';

/** A policy made ready for many verdicts: rules sorted by what they name. */
export interface CompiledPolicy {
  readonly policy: Policy;
  readonly disabled: ReadonlySet<string>;
  readonly byDetector: ReadonlyMap<string, readonly PolicyRule[]>;
  readonly byCategory: ReadonlyMap<string, readonly PolicyRule[]>;
  readonly general: readonly PolicyRule[];
}

export function compilePolicy(policy: Policy): CompiledPolicy {
  const byDetector = new Map<string, PolicyRule[]>();
  const byCategory = new Map<string, PolicyRule[]>();
  const general: PolicyRule[] = [];
  for (const rule of policy.rules) {
    const { detector, category } = rule.when;
    if (detector !== undefined) append(byDetector, detector, rule);
    else if (category !== undefined) append(byCategory, category, rule);
    else general.push(rule);
  }
  return { policy, disabled: new Set(policy.disabledDetectors), byDetector, byCategory, general };
}

function append(map: Map<string, PolicyRule[]>, key: string, rule: PolicyRule): void {
  const rules = map.get(key);
  if (rules) rules.push(rule);
  else map.set(key, [rule]);
}
