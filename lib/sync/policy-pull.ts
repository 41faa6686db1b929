import { fromBase64url, sha256, toHex, utf8 } from '../contract/bytes.ts';
import { SignedPolicy, readRootKeys, rootKeyEntries } from '../contract/envelope.ts';
import type { MembershipFields, StoredPolicy } from '../contract/membership.ts';
import { verifyPolicy } from '../contract/signed-policy.ts';
import type { VerifiedPolicy } from '../contract/signed-policy.ts';
import { blobsOf } from '../contract/policy.ts';
import type { Blobs } from '../contract/policy.ts';
import type { SluiceDatabase } from '../storage/database.ts';
import type { Item } from '../storage/items.ts';
import type { PolicyRefusal } from '../vocabulary/states.ts';
import { obtainBlobs, pruneBlobs, readBlobs } from './blobs.ts';
import type { Failed } from './enrol.ts';
import type { Session } from './session.ts';

/** What managed storage says about the oldest policy that may be in force. */
export interface Floor {
  readonly minPolicyEpoch?: number | undefined;
  readonly minPolicySeq?: number | undefined;
}

/** A place in the order of policies, and the root key that stood behind the policy there. */
interface Mark {
  readonly epoch: number;
  readonly seq: number;
  /** SHA-256 of its bytes, lower-case hex: the same place with other bytes is no newer policy. */
  readonly digest: string;
  /**
   * The root key's public half, base64url. A mark counts as long as this key is pinned: whoever once had another could otherwise keep
   * every later policy out. Marks of before this was kept have none and go on counting, or an update would let old policies back in.
   */
  readonly root?: string | undefined;
}

/** The highest policy that an organisation ever showed us. Kept apart from the policy, which may get lost. */
export interface Highest extends Mark {
  readonly orgId: string;
  /** The same by other root keys, newest first: when the last one is not pinned any more, an older one still is. */
  readonly others?: readonly Mark[] | undefined;
}

export function isHighest(value: unknown): value is Highest {
  const { orgId, others } = Object(value) as Partial<Highest>;
  const hasOthers = others === undefined || (Array.isArray(others) && others.every(isMark));
  return typeof orgId === 'string' && isMark(value) && hasOthers;
}

function isMark(value: unknown): value is Mark {
  const { epoch, seq, digest, root } = Object(value) as Partial<Mark>;
  const isRoot = root === undefined || typeof root === 'string';
  return typeof digest === 'string' && isRoot && [epoch, seq].every(Number.isSafeInteger);
}

export type GoodPolicy = VerifiedPolicy & { readonly ok: true; readonly blobs: Blobs };

export interface PolicyStore {
  /** The last good policy, verified anew, with those of its lists that are stored; `undefined` where there is none. */
  readonly load: (membership: MembershipFields, floor: Floor) => Promise<GoodPolicy | undefined>;
  /** Fetches the current one and its lists. One that is refused, or has to wait for a list, changes nothing but the reason. */
  readonly pull: (membership: MembershipFields, floor: Floor, session: Session) => Promise<PullResult>;
}

export type PullResult =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'new'; readonly policy: GoodPolicy }
  /** `later`: milliseconds that the endpoint asked to wait, for a list that is missing. */
  | { readonly kind: 'refused'; readonly reason: PolicyRefusal; readonly later?: number }
  | { readonly kind: 'failed'; readonly failure: Failed };

export interface PolicyStoreOptions {
  readonly db: SluiceDatabase;
  readonly item: Item<StoredPolicy>;
  readonly highest: Item<Highest>;
  readonly now: () => number;
}

export function createPolicyStore(options: PolicyStoreOptions): PolicyStore {
  const { db, item, now } = options;
  const load: PolicyStore['load'] = async (membership, floor) => {
    const stored = await item.get();
    if (stored === undefined) return undefined;
    const { minPolicyEpoch: epoch = 0, minPolicySeq: seq = 0 } = floor;
    const roots = await readRootKeys(membership.rootKeys);
    const { orgId, group } = membership;
    const verified = await verifyPolicy(stored.signed, roots, { orgId, group, epoch, seq, now: now(), kept: true });
    return verified.ok ? { ...verified, blobs: (await readBlobs(db, verified.document.policy)).blobs } : undefined;
  };
  /** No tag where a list got lost: the whole answer brings it back. */
  const headersFor = async (kept: GoodPolicy | undefined): Promise<Record<string, string>> => {
    const etag = (kept && (await item.get()))?.etag ?? '';
    const isWhole = kept !== undefined && blobsOf(kept.document.policy).length === Object.keys(kept.blobs).length;
    return isWhole && etag !== '' ? { 'if-none-match': etag } : {};
  };
  return {
    load,
    async pull(membership, floor, session) {
      const kept = await load(membership, floor);
      const headers = await headersFor(kept);
      const called = await session.call({ method: 'GET', path: '/v1/policy', headers });
      // An endpoint without a policy still takes incidents: the last good one stays in force.
      if (!called.ok && called.status === 404 && kept !== undefined) return { kind: 'unchanged' };
      if (!called.ok) return { kind: 'failed', failure: called };
      const { status, json, headers: answered } = called.answer;
      if (status === 304) return { kind: 'unchanged' };
      return accept({ ...options, membership, floor, session }, json, answered.get('etag') ?? '');
    },
  };
}

interface Acceptance extends PolicyStoreOptions {
  readonly membership: MembershipFields;
  readonly floor: Floor;
  readonly session: Session;
}

const longestTag = 200;

/** Verifies what the endpoint offers against everything that was ever known of this organisation, fetches its lists, and keeps it. */
async function accept(options: Acceptance, json: unknown, etag: string): Promise<PullResult> {
  const { db, membership, item, highest, now } = options;
  const { orgId, group } = membership;
  const seen = await highest.get();
  const marks = seen?.orgId === orgId ? [seen, ...(seen.others ?? [])] : [];
  const pinned = new Map(rootKeyEntries(membership.rootKeys));
  const known = highestOf(marks.filter(({ root }) => root === undefined || [...pinned.values()].includes(root)));
  const { epoch, seq } = raised(options.floor, known);
  const roots = await readRootKeys(membership.rootKeys);
  const verified = await verifyPolicy(json, roots, { orgId, group, epoch, seq, now: now() });
  if (!verified.ok) return { kind: 'refused', reason: verified.reason };
  const signed = SignedPolicy.safeParse(json);
  if (!signed.success) return { kind: 'refused', reason: 'bad-envelope' };
  const { document } = verified;
  const digest = await digestOf(signed.data);
  const isSamePlace = known?.epoch === document.epoch && known.seq === document.seq;
  if (isSamePlace && known.digest !== digest) return { kind: 'refused', reason: 'rolled-back' };
  const obtained = await obtainBlobs(document.policy, options);
  if (!obtained.ok) return { kind: 'refused', reason: obtained.reason, later: obtained.later };
  const root = pinned.get(verified.root);
  const others = othersOf(marks, root);
  await highest.set({ orgId, epoch: document.epoch, seq: document.seq, digest, root, others });
  await item.set({ signed: signed.data, etag: etag.length > longestTag ? '' : etag });
  await pruneBlobs(db, document.policy);
  return { kind: 'new', policy: { ...verified, blobs: obtained.blobs } };
}

async function digestOf({ policy }: SignedPolicy): Promise<string> {
  return toHex(await sha256(fromBase64url(policy.payload) ?? utf8(policy.payload)));
}

function highestOf(marks: readonly Mark[]): Mark | undefined {
  return marks.toSorted((left, right) => right.epoch - left.epoch || right.seq - left.seq)[0];
}

const mostOthers = 8;

/** What stays beside the mark of a newer policy. It lies above a mark without a root key, so that one has said all it can. */
function othersOf(marks: readonly Mark[], root: string | undefined): readonly Mark[] {
  const others = marks.filter((each) => each.root !== undefined && each.root !== root);
  return others.slice(0, mostOthers).map(({ epoch, seq, digest, root: by }) => ({ epoch, seq, digest, root: by }));
}

/** The higher of what IT asks for and what was there before. */
function raised({ minPolicyEpoch = 0, minPolicySeq = 0 }: Floor, known: Mark | undefined) {
  const asked = { epoch: minPolicyEpoch, seq: minPolicySeq };
  if (!known) return asked;
  return asked.epoch > known.epoch || (asked.epoch === known.epoch && asked.seq > known.seq) ? asked : known;
}
