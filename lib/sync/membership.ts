import type { Storage } from 'webextension-polyfill';
import { Managed } from '../contract/managed.ts';
import { isEndpointUrl } from '../contract/enrolment.ts';
import type { MembershipFields } from '../contract/membership.ts';
import { Policy } from '../contract/policy.ts';
import type { Item } from '../storage/items.ts';

/** What IT set, as far as it is known. */
export interface ManagedState {
  readonly values: Managed;
  /** False while an empty answer may still mean "not known yet". */
  readonly known: boolean;
  /** The `policy` value, parsed; `undefined` when there is none or it is no policy. */
  readonly policy: Policy | undefined;
}

/** After a start the browser answers `{}` for some seconds before it knows better. Milliseconds. */
const settling = 60_000;
/** A hanging first read, as browsers do it after a restart, must not hold up everything else. */
const readPatience = 5_000;

/** Reads managed storage; each value by its own schema, so that one mistake does not lose the others. */
export async function readManaged(
  area: Storage.StorageArea,
  copy: Item<Managed>,
  sinceStart: number,
): Promise<ManagedState> {
  const timeout = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), readPatience));
  const stored = await Promise.race([area.get(null).catch(() => ({})), timeout]);
  const values = Object.fromEntries(
    Object.entries(stored ?? {}).filter(([key, value]) => Managed.safeParse({ [key]: value }).success),
  ) as Managed;
  if (Object.keys(values).length > 0) {
    await copy.set(values);
    return { values, known: true, policy: policyOf(values) };
  }
  const known = stored !== undefined && sinceStart > settling;
  const kept = known ? {} : ((await copy.get()) ?? {});
  if (known) await copy.remove();
  return { values: kept, known: known || Object.keys(kept).length > 0, policy: policyOf(kept) };
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
