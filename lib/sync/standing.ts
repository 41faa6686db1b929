import { installStateHeader } from '../contract/enrolment.ts';
import type { MembershipFields, Revocation } from '../contract/membership.ts';
import type { SluiceDatabase } from '../storage/database.ts';
import type { Item } from '../storage/items.ts';
import type { Bearer, Failed } from './enrol.ts';

/** How this browser stands with its organisation: approved, waiting for approval, or with its registration withdrawn. */
export interface Standing {
  /** The answer to every call under a withdrawn registration. Nothing is sent then. */
  readonly refusal: (membership: MembershipFields) => Promise<Failed | undefined>;
  /** The installation that was revoked last: another enrolment takes its place. */
  readonly revokedInstall: () => Promise<string | undefined>;
  /** Keeps what the headers of an answer say. */
  readonly noteState: (headers: Headers) => Promise<void>;
  /** Keeps what a failed call says of this browser. */
  readonly noteFailure: (membership: MembershipFields, failure: Failed) => Promise<void>;
}

export interface StandingOptions {
  readonly db: SluiceDatabase;
  readonly bearer: Item<Bearer>;
  readonly revoked: Item<Revocation>;
}

const withdrawn: Failed = { ok: false, reason: 'revoked', status: 401, later: 0, step: 'token' };

export function createStanding({ db, bearer, revoked }: StandingOptions): Standing {
  const setPending = async (isPending: boolean): Promise<void> => {
    const identity = await db.identity.get('install');
    if (identity && isPending !== (identity.isPending ?? false)) await db.identity.update('install', { isPending });
  };
  return {
    async refusal(membership) {
      const kept = await revoked.get();
      return kept !== undefined && isSameEnrolment(kept.membership, membership) ? withdrawn : undefined;
    },
    revokedInstall: async () => (await revoked.get())?.installId,
    async noteState(headers) {
      const state = headers.get(installStateHeader);
      if (state === 'pending' || state === 'approved') await setPending(state === 'pending');
    },
    async noteFailure(membership, { reason, isUnknown }) {
      // The endpoint does not know this installation any more, as after a restore: the next call enrols anew.
      if (isUnknown) await db.identity.delete('install');
      if (reason !== 'revoked') return;
      const identity = await db.identity.get('install');
      if (identity) await revoked.set({ installId: identity.installId, membership });
      await bearer.remove();
    },
  };
}

/** Another token is another enrolment; a group that changed is not. */
function isSameEnrolment(one: MembershipFields, other: MembershipFields): boolean {
  return one.url === other.url && one.orgId === other.orgId && one.token === other.token;
}
