import { importWithin } from '../import-policy.ts';
import type { Imported } from '../import-policy.ts';
import { NotDelegated } from '../keys/signing-keys.ts';
import type { Installed, SigningKey } from '../keys/signing-keys.ts';
import { rememberPolicy } from '../own-policy.ts';
import { carryRevocations } from '../revocations/keep.ts';
import { delegationWarnings, signWhatIsDue } from '../sign-due.ts';
import type { Workings } from '../workings.ts';
import { act, readRequest } from './handler.ts';
import type { Handler } from './handler.ts';
import { DelegationRequest, ImportRequest } from './keys-contract.ts';
import type { SigningKeys } from './keys-contract.ts';

const day = 86_400_000;
const mostBytes = 3 * 1024 * 1024;

/** `GET /api/keys`: public halves alone. */
export function signingKeysHandler(workings: Workings): Handler {
  return async (c) => c.json(await shown(workings));
}

/** `POST /api/keys`: a key beside the one that signs. The same again until it was delegated. */
export function makeSigningKeyHandler(workings: Workings): Handler {
  return async (c) => {
    const { keys } = workings;
    if (!keys.isOffline) return c.json({ reason: 'roots-not-offline' }, 422);
    await act(c, workings, () => Promise.resolve({ value: undefined, target: keys.makeNext().keyid }));
    return c.json(await shown(workings));
  };
}

/** `POST /api/delegations`: what a root key said of the key that signs, or of the next one, which signs from then on. */
export function delegationHandler(workings: Workings): Handler {
  return async (c) => {
    const request = await readRequest(c, DelegationRequest);
    if (!request.ok) return request.refusal;
    // The file is written before the entry is committed: a root key stands behind it in either case.
    const installed = await act<Installed>(c, workings, async () => {
      const value = await carryRevocations(workings, () => workings.keys.install(request.value.delegation));
      if (!value.ok) return { value, target: undefined };
      const { keyid, notAfter, epoch } = value.granted;
      return { value, target: keyid, detail: { notAfter, ...(epoch === undefined ? {} : { epoch }) } };
    });
    if (!installed.ok) return c.json({ reason: 'delegation-refused', where: '', why: installed.why }, 422);
    await signWhatIsDue(workings);
    return c.json({ done: true });
  };
}

/** `POST /api/policies`: a policy that was signed elsewhere. */
export function importPolicyHandler(workings: Workings): Handler {
  return async (c) => {
    const request = await readRequest(c, ImportRequest, mostBytes);
    if (!request.ok) return request.refusal;
    try {
      const imported = await act<Imported>(c, workings, async (queries) => {
        const value = await importWithin(queries, workings, request.value.signed);
        if (!value.ok) return { value, target: undefined };
        const { epoch, seq, author, approver } = value.document;
        return { value, target: `${epoch}.${seq}`, detail: { author, approver, key: value.keyid } };
      });
      if (!imported.ok) return c.json({ reason: 'policy-refused', where: '', why: imported.why }, 422);
      await rememberPolicy(workings, imported.document);
      return c.json({ done: true });
    } catch (error) {
      if (error instanceof NotDelegated)
        return c.json({ reason: 'delegation-needed', where: '', why: error.message }, 409);
      throw error;
    }
  };
}

async function shown({ keys, orgId, clock }: Workings): Promise<SigningKeys> {
  const granted = await keys.granted();
  const next = keys.next();
  return {
    orgId,
    policyRootKeys: keys.policyRootKeys,
    isOffline: keys.isOffline,
    current: publicHalf(keys.current()),
    state: stateOf(granted?.notAfter, clock()),
    delegation: granted === undefined ? null : { notAfter: granted.notAfter, epoch: granted.epoch ?? null },
    next: next === undefined ? null : publicHalf(next),
  };
}

function publicHalf({ keyid, publicKey }: SigningKey): SigningKeys['current'] {
  return { keyid, publicKey };
}

function stateOf(notAfter: string | undefined, now: number): SigningKeys['state'] {
  if (notAfter === undefined) return 'missing';
  const left = (Date.parse(notAfter) - now) / day;
  if (left < 0) return 'over';
  if (left < delegationWarnings.urgent) return 'urgent';
  return left < delegationWarnings.soon ? 'soon' : 'good';
}
