import { readJoinCode } from '../contract/enrolment.ts';
import type { MembershipFields } from '../contract/membership.ts';
import type { Failure } from '../messaging/contract.ts';
import { isBlobTrouble } from './blobs.ts';
import type { BlobTrouble } from './blobs.ts';
import type { SluiceDatabase } from '../storage/database.ts';
import type { Floor, PolicyStore, PullResult } from './policy-pull.ts';
import type { Session } from './session.ts';

export interface JoinOptions {
  readonly db: SluiceDatabase;
  readonly policies: PolicyStore;
  readonly floor: Floor;
  readonly sessionFor: (membership: MembershipFields) => Session;
}

export type JoinResult =
  /** `waits`: the policy is good, and one of its lists is not there yet, as for a browser that waits for approval. */
  | { readonly ok: true; readonly membership: MembershipFields; readonly waits: BlobTrouble | undefined }
  | { readonly ok: false; readonly reason: Failure };

/** Enrols by a join code and takes the policy. Where the endpoint or its policy is refused, everything stays as it was. */
export async function joinByCode(code: string, { db, policies, floor, sessionFor }: JoinOptions): Promise<JoinResult> {
  const fields = readJoinCode(code);
  if (!fields) return { ok: false, reason: 'join-code-unreadable' };
  const membership: MembershipFields = { by: 'joined', ...fields };
  const before = await db.identity.get('install');
  const result = await policies.pull(membership, floor, sessionFor(membership));
  if (result.kind === 'new' || result.kind === 'unchanged') return { ok: true, membership, waits: undefined };
  if (result.kind === 'refused' && isBlobTrouble(result.reason)) return { ok: true, membership, waits: result.reason };
  await (before ? db.identity.put(before) : db.identity.delete('install'));
  return { ok: false, reason: failureFor(result) };
}

function failureFor(result: PullResult & { readonly kind: 'failed' | 'refused' }): Failure {
  if (result.kind === 'refused') return 'policy-refused';
  const { reason, step } = result.failure;
  if (reason === 'unreachable') return 'endpoint-unreachable';
  if (reason === 'revoked') return 'install-revoked';
  return step === undefined ? 'policy-refused' : 'token-refused';
}
