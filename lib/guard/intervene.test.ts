import { expect, it } from 'vitest';
import { scan } from '../dlp/scan.ts';
import { builtInPolicy } from '../policy/built-in.ts';
import { compilePolicy } from '../policy/compile.ts';
import { decide } from '../policy/decide.ts';
import { draftOf } from './intervene.ts';

it('records what a rule for one group decided without its id, and as urgent where that rule is', () => {
  const rules = ['legal', 'sales'].map(
    (group) => ({ id: `${group}-mail`, when: { detector: 'email', group }, action: 'block', urgent: true }) as const,
  );
  const forAll = { id: 'mail', when: { detector: 'email' }, action: 'log' } as const;
  const text = 'write to ada.lovelace@kontor-berlin.de';
  const draftIn = (group?: string) => {
    const policy = compilePolicy({ ...builtInPolicy, rules: [...rules, forAll] }, { group });
    const verdict = decide(policy, scan(text, policy).findings, { text, surface: 'composer' });
    return draftOf({ policy, verdict, surface: 'composer', ring: 'composer', length: text.length });
  };
  expect(draftIn('legal')).toMatchObject({
    urgent: true,
    findings: [{ rule: 'group-rule', action: 'block', count: 1 }],
  });
  expect(JSON.stringify(draftIn('legal'))).not.toMatch(/legal|sales/);
  expect(draftIn()).toMatchObject({ urgent: false, findings: [{ rule: 'mail', action: 'log' }] });
});
