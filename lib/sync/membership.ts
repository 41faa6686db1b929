import type { Storage } from 'webextension-polyfill';
import { Managed } from '../contract/managed.ts';
import { isEndpointUrl } from '../contract/enrolment.ts';
import type { ContactState, MembershipFields } from '../contract/membership.ts';
import { Policy } from '../contract/policy.ts';
import type { Membership } from '../messaging/contract.ts';
import type { IdentityRow } from '../storage/database.ts';
import type { Item } from '../storage/items.ts';
import type { PolicyRefusal } from '../vocabulary/states.ts';

/** What IT set, as far as it is known. */
export interface ManagedState {
  readonly values: Managed;
  /** False while an empty answer may still mean "not known yet". */
  readonly known: boolean;
  /** The `policy` value, parsed; `undefined` when there is none or it is no policy. */
  readonly policy: Policy | undefined;
  /** Set when the `policy` value is no policy: the last good one then stays. */
  readonly refused?: PolicyRefusal;
}

/** After a start the browser answers `{}` for some seconds before it knows better. Milliseconds. */
const settling = 60_000;
/** A hanging first read, as browsers do it after a restart, must not hold up everything else. */
const readPatience = 5_000;

/**
 * Reads managed storage; each value by its own schema, so that one mistake does not lose the others. `sinceStart` is in milliseconds
 * from the start of the browser, not of the worker.
 */
export async function readManaged(
  area: Storage.StorageArea,
  copy: Item<Managed>,
  sinceStart: number,
): Promise<ManagedState> {
  const stored = await ask(area);
  const kept = (await copy.get()) ?? {};
  const values = Object.fromEntries(
    Object.entries(stored ?? {}).filter(([key, value]) => Managed.safeParse({ [key]: value }).success),
  ) as Managed;
  if (Object.keys(values).length > 0) {
    const state = { values: withLastPolicy(values, kept), known: true };
    if (JSON.stringify(state.values) !== JSON.stringify(kept)) await copy.set(state.values);
    return withPolicy(state, isBadPolicy(values));
  }
  const isAbsent = stored !== undefined && Object.keys(stored).length === 0 && sinceStart > settling;
  if (!isAbsent) return withPolicy({ values: kept, known: Object.keys(kept).length > 0 });
  if (Object.keys(kept).length > 0) await copy.remove();
  return withPolicy({ values: {}, known: true });
}

/** `undefined` while the browser does not answer. */
async function ask(area: Storage.StorageArea): Promise<Record<string, unknown> | undefined> {
  const timeout = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), readPatience));
  return Promise.race([area.get(null).catch(withoutManifest), timeout]);
}

/** Firefox refuses the question where IT set nothing; any other refusal says nothing. */
function withoutManifest(error: unknown): Record<string, unknown> | undefined {
  return error instanceof Error && /manifest not found/i.test(error.message) ? {} : undefined;
}

/** A policy that cannot be read is refused whole, and the last good one stays. */
function withLastPolicy(values: Managed, { policy: last }: Managed): Managed {
  if (!isBadPolicy(values)) return values;
  const { policy: _bad, ...others } = values;
  return last === undefined ? others : { ...others, policy: last };
}

function isBadPolicy(values: Managed): boolean {
  return values.policy !== undefined && policyOf(values) === undefined;
}

function withPolicy(state: Pick<ManagedState, 'values' | 'known'>, isRefused = false): ManagedState {
  return { ...state, policy: policyOf(state.values), ...(isRefused ? { refused: 'bad-schema' } : {}) };
}

/** What was known at the last start, at once: the browser may need seconds to say it again. */
export async function lastManaged(copy: Item<Managed>): Promise<ManagedState> {
  const values = (await copy.get()) ?? {};
  return withPolicy({ values, known: Object.keys(values).length > 0 });
}

function policyOf({ policy }: Managed): Policy | undefined {
  if (policy === undefined) return undefined;
  try {
    const parsed = Policy.safeParse(JSON.parse(policy));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined; // not JSON
  }
}

/** The membership that IT set; `undefined` when it is not complete. */
export function managedMembership({
  orgUrl,
  orgId,
  enrollmentToken,
  policyRootKeys,
  group,
}: Managed): MembershipFields | undefined {
  if (orgUrl === undefined || orgId === undefined || enrollmentToken === undefined || policyRootKeys === undefined)
    return undefined;
  if (!isEndpointUrl(orgUrl)) return undefined;
  const fields = { by: 'managed' as const, url: orgUrl, orgId, token: enrollmentToken, rootKeys: policyRootKeys };
  return group === undefined ? fields : { ...fields, group };
}

/** What the employee's pages say about a membership. */
export function shownMembership(
  { orgId, url, by }: MembershipFields,
  { lastContact, lastFailure }: ContactState,
  identity: IdentityRow | undefined,
): Membership {
  const isRegistered = identity?.orgId === orgId && identity.url === url;
  // Nothing failed yet, but nothing that is recorded would be taken either.
  const failure = lastFailure ?? (isRegistered && identity.isPending ? 'pending' : undefined);
  return {
    orgId,
    url,
    by,
    enrolled: isRegistered && failure !== 'revoked',
    ...(lastContact === undefined ? {} : { lastContact }),
    ...(failure === undefined ? {} : { lastFailure: failure }),
  };
}
