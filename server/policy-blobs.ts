import { blobsOf } from '../lib/contract/policy.ts';
import type { Blobs, Policy } from '../lib/contract/policy.ts';
import { holdBlob, readBlob } from './store/blobs.ts';
import type { Queries } from './store/database.ts';

/** A list that a policy names and that is not stored as the policy says. */
export class UnknownBlob extends Error {
  /** The id of the list, as the policy gives it. */
  readonly dictionary: string;

  constructor(dictionary: string) {
    super(`The policy names the list "${dictionary}" by a hash that was not uploaded, or with another size.`);
    this.name = 'UnknownBlob';
    this.dictionary = dictionary;
  }
}

/** The lists that a policy names, held until the end of the transaction. Throws `UnknownBlob` for the first that is not stored. */
export async function holdBlobs(queries: Queries, policy: Policy, now: number): Promise<Blobs> {
  const blobs: Record<string, string> = {};
  // Always in the same order, so that two transactions never wait for each other.
  for (const { id, sha256, bytes } of blobsOf(policy).toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1))) {
    const held = await holdBlob(queries, sha256, now);
    const data = held?.bytes === bytes ? await readBlob(queries, sha256) : undefined;
    if (data === undefined) throw new UnknownBlob(id);
    blobs[sha256] = data;
  }
  return blobs;
}
