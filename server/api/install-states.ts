import type { MiddlewareHandler } from 'hono';
import { installStateHeader } from '../../lib/contract/enrolment.ts';
import { bearerSeconds } from '../keys/bearer-token.ts';
import { findInstall, revokedSince } from '../store/installs.ts';
import type { InstallState } from '../vocabulary.ts';
import type { Workings } from '../workings.ts';
import type { DeviceEnv } from './bearer.ts';

export interface Standing {
  readonly state: InstallState;
  readonly group: string | undefined;
}

/** What this process knows of installations. Nothing here is older than `freshMilliseconds`, so a revocation bites within that. */
export interface InstallStates {
  /** `undefined` for an unknown installation. One query per installation and freshness. */
  standingOf(installId: string): Promise<Standing | undefined>;
  /** For the busiest path: one query per freshness for all installations together. */
  isRevoked(installId: string): Promise<boolean>;
  /** The same without waiting; `undefined` where the database has to be asked. */
  isRevokedNow(installId: string): boolean | undefined;
}

export interface StateLimits {
  /** Milliseconds that an answer of the database is believed. */
  readonly fresh: number;
  /** Installations whose state is kept; of the revoked ones as many again. */
  readonly most: number;
}

const defaultLimits: StateLimits = { fresh: 20_000, most: 50_000 };

interface Known {
  readonly standing: Standing | undefined;
  readonly at: number;
}

interface Revocations {
  /** `undefined` when there are too many to hold: then each installation is asked for. */
  readonly ids: Promise<ReadonlySet<string> | undefined>;
  readonly at: number;
  /** Set once they were read. */
  found?: ReadonlySet<string> | undefined;
}

export function createInstallStates(
  { db, clock }: Pick<Workings, 'db' | 'clock'>,
  { fresh, most }: StateLimits = defaultLimits,
): InstallStates {
  const known = new Map<string, Known>();
  // Times are those before the question, so that an answer is never older than it looks.
  const isFresh = ({ at }: { readonly at: number }) => Math.abs(clock() - at) < fresh;
  let revocations: Revocations | undefined;

  const standingOf = async (installId: string): Promise<Standing | undefined> => {
    const kept = known.get(installId);
    if (kept !== undefined && isFresh(kept)) return kept.standing;
    const at = clock();
    const found = await findInstall(db, installId);
    const standing = found && { state: found.state, group: found.group };
    known.delete(installId); // the one read last stands last
    known.set(installId, { standing, at });
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    return standing;
  };

  const revokedIds = async (at: number): Promise<ReadonlySet<string> | undefined> => {
    // Whoever was revoked longer ago has no bearer token left. A day more, because days are all that is stored.
    const ids = await revokedSince(db, at - bearerSeconds * 1_000 - 86_400_000, most + 1);
    return ids.length > most ? undefined : new Set(ids);
  };
  /** Requests that come while the question is under way wait for the same answer. */
  const currentRevocations = (): Revocations['ids'] => {
    if (revocations !== undefined && isFresh(revocations)) return revocations.ids;
    const asked: Revocations = { at: clock(), ids: revokedIds(clock()) };
    revocations = asked;
    asked.ids.then(
      (ids) => (asked.found = ids),
      () => {
        if (revocations === asked) revocations = undefined; // the next request asks again
      },
    );
    return asked.ids;
  };
  return {
    standingOf,
    async isRevoked(installId) {
      const ids = await currentRevocations();
      return ids === undefined ? (await standingOf(installId))?.state === 'revoked' : ids.has(installId);
    },
    isRevokedNow: (installId) =>
      revocations !== undefined && isFresh(revocations) ? revocations.found?.has(installId) : undefined,
  };
}

/** Seconds after which a browser that waits for approval asks again. */
const approvalSeconds = 120;

/** Lets known installations pass, and says in a header whether they wait for approval. */
export function requireKnown(states: InstallStates): MiddlewareHandler<DeviceEnv> {
  return async (c, next) => {
    const standing = await states.standingOf(c.get('installId'));
    if (standing === undefined) return c.json({ reason: 'install-refused' }, 401);
    if (standing.state === 'revoked') return c.json({ reason: 'install-revoked' }, 401);
    c.header(installStateHeader, standing.state);
    c.set('group', standing.group);
    c.set('approved', standing.state === 'approved');
    return next();
  };
}

/** Lets approved installations pass. */
export function requireApproved(states: InstallStates): MiddlewareHandler<DeviceEnv> {
  return async (c, next) => {
    if ((await states.standingOf(c.get('installId')))?.state === 'approved') return next();
    return c.json({ reason: 'install-pending' }, 403, { 'Retry-After': String(approvalSeconds) });
  };
}
