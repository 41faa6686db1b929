import * as z from 'zod/mini';
import { utf8 } from '../../lib/contract/bytes.ts';
import {
  Delegation,
  Envelope,
  importVerifyKey,
  open,
  payloadTypes,
  readRootKeys,
  seal,
} from '../../lib/contract/envelope.ts';
import type { Keys } from '../keys/key-folder.ts';
import { EndpointProblem } from '../problem.ts';
import { damaged } from './sealed-chunks.ts';

const payloadType = 'application/vnd.sluice.backup+json';

/** What the endpoint signs about a backup. */
export const BackupStatement = z.strictObject({
  orgId: z.string(),
  madeAt: z.iso.datetime(),
  /** Bytes of header and ciphertext, and their SHA-256 in lower-case hex. */
  bytes: z.int(),
  digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});
export type BackupStatement = z.infer<typeof BackupStatement>;

/** The end of a backup file: the signed statement, the root's delegation to its signer, and the root keys. */
const Trailer = z.strictObject({ statement: Envelope, delegation: Envelope, rootKeys: z.string() });

export interface Verified extends BackupStatement {
  /** Space-separated `kid:base64url`, as browsers pin them. */
  readonly rootKeys: string;
}

export async function signTrailer(statement: BackupStatement, keys: Keys): Promise<Buffer> {
  const { keyid, sign, delegation } = await keys.signer();
  const envelope = await seal({ payloadType, body: utf8(JSON.stringify(statement)), keyid, sign });
  const trailer = { statement: envelope, delegation, rootKeys: keys.policyRootKeys };
  return Buffer.from(JSON.stringify(trailer satisfies z.infer<typeof Trailer>));
}

/**
 * What a trailer states, once its chain of signatures holds. Without `pinned` root keys the chain begins at those of the file itself:
 * whoever restores then compares them with what browsers pin.
 */
export async function verifyTrailer(bytes: Buffer, pinned: string | undefined): Promise<Verified> {
  const trailer = Trailer.safeParse(parse(bytes));
  if (!trailer.success) throw damaged();
  const { statement, delegation, rootKeys } = trailer.data;
  if (pinned !== undefined && pinned.trim() !== rootKeys) {
    throw new EndpointProblem('The backup was made by an endpoint with other root keys than --root-keys names.');
  }
  const granted = await openAs(Delegation, delegation, {
    payloadType: payloadTypes.delegation,
    keys: await readRootKeys(rootKeys),
  });
  const signer = await importVerifyKey(granted.publicKey);
  if (signer === undefined) throw damaged();
  const stated = await openAs(BackupStatement, statement, { payloadType, keys: new Map([[granted.keyid, signer]]) });
  if (granted.groups !== undefined) throw damaged(); // that key signs policies, and is no endpoint's
  if (granted.orgId !== stated.orgId || granted.notAfter < stated.madeAt) throw damaged();
  return { ...stated, rootKeys };
}

async function openAs<Schema extends z.core.$ZodType>(
  schema: Schema,
  envelope: Envelope,
  expected: Parameters<typeof open>[1],
): Promise<z.output<Schema>> {
  const opened = await open(envelope, expected);
  const value = opened.ok ? z.safeParse(schema, parse(opened.body)) : undefined;
  if (value?.success !== true) throw damaged();
  return value.data;
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
