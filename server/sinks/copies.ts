import { PolicyCopy } from '../../lib/contract/policy.ts';
import type { Policy } from '../../lib/contract/policy.ts';
import type { Queries } from '../store/database.ts';
import { readSinks } from '../store/sinks.ts';

const most = 50;

/** The sinks that get incidents now, as employees read of them: kind and title, no address. */
export async function readCopies(db: Queries): Promise<readonly PolicyCopy[]> {
  const sinks = (await readSinks(db)).filter(({ enabled }) => enabled);
  // A title that somebody wrote into the database itself must not stop the policy.
  return sinks
    .slice(0, most)
    .map(({ kind, title }) => PolicyCopy.safeParse({ kind, title }).data ?? { kind: 'sink', title: '?' });
}

/** The policy with these copies and no others: nobody can leave a sink out, or invent one. */
export function withCopies(policy: Policy, copies: readonly PolicyCopy[]): Policy {
  const { copies: _written, ...incidents } = policy.incidents;
  return { ...policy, incidents: copies.length === 0 ? incidents : { ...incidents, copies: [...copies] } };
}
