import { readHeadline, readIfKnown, readSigners } from '../read-policy.ts';
import { currentPolicy, findPolicy, listPolicies } from '../store/policies.ts';
import type { StoredPolicy } from '../store/policies.ts';
import type { Workings } from '../workings.ts';
import type { PolicyHistory, PolicyInForce } from './contract.ts';
import type { ConsoleContext, Handler } from './handler.ts';

/** `GET /api/policy`: the policy in force, and whose keys signed it. */
export function policyHandler({ db, clock }: Workings): Handler {
  return async (c) => {
    const stored = await currentPolicy(db);
    return stored === undefined ? c.json({ reason: 'policy-missing' }, 404) : show(c, stored, clock());
  };
}

/** `GET /api/policies/:number`: an earlier one, by `epoch.seq`. */
export function policyNumberHandler({ db, clock }: Workings): Handler {
  return async (c) => {
    const [, epoch, seq] = /^(\d{1,9})\.(\d{1,9})$/.exec(c.req.param('number') ?? '') ?? [];
    const stored = epoch && seq ? await findPolicy(db, Number(epoch), Number(seq)) : undefined;
    return show(c, stored, clock());
  };
}

/** `GET /api/policies`: what was in force before, the newest fifty. */
export function policiesHandler({ db }: Workings): Handler {
  return async (c) => {
    const policies = (await listPolicies(db, 50)).flatMap((stored) => readHeadline(stored) ?? []);
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

/** One that this version cannot read is said to be so: the page still lets people publish another. */
function show(c: ConsoleContext, stored: StoredPolicy | undefined, now: number): Response {
  if (stored === undefined) return c.json({ reason: 'not-found' }, 404);
  const document = readIfKnown(stored);
  if (document === undefined) return c.json({ reason: 'policy-unreadable' }, 409);
  const stale = Date.parse(document.notAfter) < now;
  return c.json({ document, stale, ...readSigners(stored) } satisfies PolicyInForce);
}
