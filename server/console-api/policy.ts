import { readDocument, readHeadline, readSigners } from '../publish-policy.ts';
import { currentPolicy, findPolicy, listPolicies } from '../store/policies.ts';
import type { StoredPolicy } from '../store/policies.ts';
import type { Workings } from '../workings.ts';
import type { PolicyHistory, PolicyInForce } from './contract.ts';
import type { Handler } from './handler.ts';

/** `GET /api/policy`: the policy in force, and whose keys signed it. */
export function policyHandler({ db, clock }: Workings): Handler {
  return async (c) => {
    const stored = await currentPolicy(db);
    return stored === undefined ? c.json({ reason: 'not-found' }, 404) : c.json(shown(stored, clock()));
  };
}

/** `GET /api/policies/:number`: an earlier one, by `epoch.seq`. */
export function policyNumberHandler({ db, clock }: Workings): Handler {
  return async (c) => {
    const [, epoch, seq] = /^(\d{1,9})\.(\d{1,9})$/.exec(c.req.param('number') ?? '') ?? [];
    const stored = epoch && seq ? await findPolicy(db, Number(epoch), Number(seq)) : undefined;
    return stored === undefined ? c.json({ reason: 'not-found' }, 404) : c.json(shown(stored, clock()));
  };
}

/** `GET /api/policies`: what was in force before, the newest fifty. */
export function policiesHandler({ db }: Workings): Handler {
  return async (c) => {
    const policies = (await listPolicies(db, 50)).map(readHeadline);
    return c.json({
      policies: policies.map(({ epoch, seq, author, approver, issuedAt, policy }) => ({
        number: `${epoch}.${seq}`,
        author,
        approver,
        issuedAt,
        mode: policy.mode,
      })),
    } satisfies PolicyHistory);
  };
}

function shown(stored: StoredPolicy, now: number): PolicyInForce {
  const document = readDocument(stored);
  const stale = Date.parse(document.notAfter) < now;
  return { document, stale, ...readSigners(stored) };
}
