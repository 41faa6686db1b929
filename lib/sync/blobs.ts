import { fromBase64url, sha256, toBase64, toHex } from '../contract/bytes.ts';
import type { Bytes } from '../contract/bytes.ts';
import { blobsOf } from '../contract/policy.ts';
import type { BlobDictionary, Blobs, Policy } from '../contract/policy.ts';
import type { SluiceDatabase } from '../storage/database.ts';
import { isBlob } from '../storage/rows.ts';
import type { PolicyRefusal } from '../vocabulary/states.ts';
import type { Session } from './session.ts';

/** Why a policy waits for its lists. */
export type BlobTrouble = PolicyRefusal & `dictionary-${string}`;

export function isBlobTrouble(reason: PolicyRefusal): reason is BlobTrouble {
  return reason === 'dictionary-missing' || reason === 'dictionary-corrupt';
}

export interface StoredBlobs {
  readonly blobs: Blobs;
  /** What the policy names and is not stored, or is no longer what its hash says. */
  readonly missing: readonly BlobDictionary[];
}

export async function readBlobs(db: SluiceDatabase, policy: Policy): Promise<StoredBlobs> {
  const blobs: Record<string, string> = {};
  const missing: BlobDictionary[] = [];
  for (const dictionary of blobsOf(policy)) {
    const row = await db.blobs.get(dictionary.sha256);
    if (isBlob(row) && (await isWhole(fromBase64url(row.data), dictionary))) blobs[dictionary.sha256] = row.data;
    else missing.push(dictionary);
  }
  return { blobs, missing };
}

/**
 * All lists of a policy: the stored ones, and the others from the endpoint. Each is stored as soon as its hash was checked, so that the
 * next try asks for the rest only.
 */
export async function obtainBlobs(
  policy: Policy,
  { db, session }: { readonly db: SluiceDatabase; readonly session: Session },
): Promise<
  | { readonly ok: true; readonly blobs: Blobs }
  | { readonly ok: false; readonly reason: BlobTrouble; readonly later: number }
> {
  const { blobs, missing } = await readBlobs(db, policy);
  const fetched: Record<string, string> = {};
  for (const dictionary of missing) {
    const { sha256: name } = dictionary;
    const called = await session.call({ method: 'GET', path: `/v1/blobs/${name}`, reads: 'bytes' });
    if (!called.ok) return { ok: false, reason: 'dictionary-missing', later: called.later };
    const { bytes } = called.answer;
    if (bytes === undefined || !(await isWhole(bytes, dictionary)))
      return { ok: false, reason: 'dictionary-corrupt', later: 0 };
    fetched[name] = toBase64(bytes);
    await db.blobs.put({ sha256: name, data: fetched[name] });
  }
  return { ok: true, blobs: { ...blobs, ...fetched } };
}

/** Nothing reads the bytes before. */
async function isWhole(bytes: Bytes | undefined, expected: BlobDictionary): Promise<boolean> {
  return bytes?.length === expected.bytes && toHex(await sha256(bytes)) === expected.sha256;
}

/** Forgets the lists that a policy does not name. */
export async function pruneBlobs(db: SluiceDatabase, policy: Policy): Promise<void> {
  const named = blobsOf(policy).map(({ sha256: name }) => name);
  await db.blobs.where('sha256').noneOf(named).delete();
}
