import * as z from 'zod/mini';
import { Envelope, open, payloadTypes } from './envelope.ts';

const AuditState = z.strictObject({
  /** Entries of the log. */
  size: z.int().check(z.gte(0)),
  /** The hash of the last one, lower-case hex. */
  head: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});
export type AuditState = z.infer<typeof AuditState>;

/** The head of a log without entries. */
export const emptyAuditHead = '0'.repeat(64);

/** Checkpoints that one lists before it. */
export const longestList = 24;

/** What the endpoint states of its audit log, at most once an hour. */
export const AuditCheckpoint = z.strictObject({
  orgId: z.string().check(z.regex(/^[a-z0-9-]{1,64}$/)),
  ...AuditState.shape,
  at: z.iso.datetime(),
  /** Its statements before this one, newest first: one that was seen must be among them. */
  earlier: z.array(AuditState).check(z.maxLength(longestList)),
});
export type AuditCheckpoint = z.infer<typeof AuditCheckpoint>;

/** A checkpoint with what the root key said of its signer at that time. */
export const SignedCheckpoint = z.strictObject({ checkpoint: Envelope, delegation: Envelope });
export type SignedCheckpoint = z.infer<typeof SignedCheckpoint>;

/** The last checkpoint that a browser accepted. */
export const SeenCheckpoint = z.strictObject({
  orgId: z.string().check(z.maxLength(64)),
  ...AuditState.shape,
  at: z.iso.datetime(),
});
export type SeenCheckpoint = z.infer<typeof SeenCheckpoint>;

/** The verified checkpoint of an envelope; `undefined` when it is not one, or `keyid` did not sign it. */
export async function readCheckpoint(
  envelope: Envelope,
  signer: { readonly keyid: string; readonly key: CryptoKey },
): Promise<AuditCheckpoint | undefined> {
  const keys = new Map([[signer.keyid, signer.key]]);
  const opened = await open(envelope, { payloadType: payloadTypes.auditCheckpoint, keys });
  if (!opened.ok) return undefined;
  try {
    return AuditCheckpoint.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(opened.body))).data;
  } catch {
    return undefined; // signed, and not JSON
  }
}

/**
 * What a checkpoint says about one that was seen before. `older`: it was made before that one, as a second process may still send it.
 * `shrunk` and `forked` cannot happen to a log that only grows. One that was seen and is not listed where it belongs was taken out,
 * as by a log that was cut off and then grew beyond it.
 */
export function compareCheckpoints(
  seen: Omit<SeenCheckpoint, 'orgId'>,
  next: AuditCheckpoint,
): 'grown' | 'older' | 'shrunk' | 'forked' {
  const known = [next, ...next.earlier].find(({ size }) => size === seen.size);
  if (known !== undefined && known.head !== seen.head) return 'forked';
  if (Date.parse(next.at) < Date.parse(seen.at)) return 'older';
  if (next.size < seen.size) return 'shrunk';
  return known === undefined && wouldList(next, seen) ? 'forked' : 'grown';
}

/** The endpoint keeps checkpoints for 90 days; a day less, because it counts in whole hours. */
const keptMilliseconds = 89 * 86_400_000;

function wouldList({ earlier, at }: AuditCheckpoint, seen: Omit<SeenCheckpoint, 'orgId'>): boolean {
  const oldest = earlier.at(-1);
  if (oldest !== undefined && oldest.size < seen.size) return true;
  return earlier.length < longestList && Date.parse(at) - Date.parse(seen.at) < keptMilliseconds;
}
