import type { PolicyRules } from './rules.ts';

/** Stands in incidents for every rule that is for one group. */
export const groupRule = 'group-rule';

/** The id that an incident names. Rules for one group share one: the policy is read by all, so an id of theirs would tell the group. */
export function reportedRule({ groupRules }: Pick<PolicyRules, 'groupRules'>, id: string): string {
  return groupRules.has(id) ? groupRule : id;
}
