import { readDocument, readSigners } from '../publish-policy.ts';
import { currentPolicy } from '../store/policies.ts';
import type { Workings } from '../workings.ts';
import type { PolicyInForce } from './contract.ts';
import type { Handler } from './handler.ts';

/** `GET /api/policy`: the policy in force, and whose keys signed it. */
export function policyHandler({ db, clock }: Workings): Handler {
  return async (c) => {
    const stored = await currentPolicy(db);
    if (stored === undefined) return c.json({ reason: 'not-found' }, 404);
    const document = readDocument(stored);
    const stale = Date.parse(document.notAfter) < clock();
    return c.json({ document, stale, ...readSigners(stored) } satisfies PolicyInForce);
  };
}
