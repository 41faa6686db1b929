import { expect, it } from 'vitest';
import { builtInPolicy } from './built-in.ts';
import { compilePolicy } from './compile.ts';
import { groupRule, reportedRule } from './reported-rule.ts';

it('tells the rule that decided, but of rules for one group only that there was one', () => {
  const forGroup = { id: 'legal-contacts', when: { category: 'contact', group: 'legal' }, action: 'block' } as const;
  const policy = compilePolicy({ ...builtInPolicy, rules: [...builtInPolicy.rules, forGroup] }, { group: 'legal' });
  expect(reportedRule(policy, 'legal-contacts')).toBe(groupRule);
  const [first] = builtInPolicy.rules;
  expect(reportedRule(policy, first!.id)).toBe(first!.id);
  expect(reportedRule(policy, 'none')).toBe('none');
});
