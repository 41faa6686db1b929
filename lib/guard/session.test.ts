import { expect, it } from 'vitest';
import type { Policy } from '../contract/policy.ts';
import { builtInPolicy } from '../policy/built-in.ts';
import type { PolicyInForce } from '../policy/in-force.ts';
import { engine } from './engine.ts';
import { offerEngine } from './engine-port.ts';
import { createSession } from './session.ts';

offerEngine(engine);

const withPattern: Policy = {
  ...builtInPolicy,
  customRules: [
    { id: 'org-plan', title: 'Plan', category: 'organisation', severity: 'high', pattern: 'plan-[0-9]{4}' },
  ],
};
const inForce = (policy: Policy): PolicyInForce => ({ policy, source: 'endpoint', epoch: 1, seq: 1, stale: false });
const idsOf = (policy: { readonly detectors: readonly { readonly id: string }[] } | undefined) =>
  policy?.detectors.map(({ id }) => id).filter((id) => id.startsWith('org-'));

it('has no policy until its expressions can be read, and then that one; one that comes meanwhile takes its place', async () => {
  const place = { pathname: '/' } as Location;
  const [early, overtaken] = [createSession(place), createSession(place)];
  early.setPolicy(inForce(withPattern));
  overtaken.setPolicy(inForce(withPattern));
  overtaken.setPolicy(inForce(builtInPolicy));
  expect([early.policy(), early.rules()?.policy]).toEqual([undefined, withPattern]);
  expect(idsOf(await early.ready)).toEqual(['org-plan']);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(idsOf(overtaken.policy())).toEqual([]);
  early.setPolicy(inForce(builtInPolicy));
  early.setPolicy(inForce(withPattern));
  expect(idsOf(early.policy())).toEqual(['org-plan']); // loaded by now: at once
});
