import * as z from 'zod/mini';
import { utf8 } from '../../lib/contract/bytes.ts';
import { Envelope, importVerifyKey, open, seal } from '../../lib/contract/envelope.ts';
import type { SigningKey } from '../keys/signing-keys.ts';
import { roles } from '../vocabulary.ts';

const payloadType = 'application/vnd.sluice.revocations+json';

/** What was taken away from whom. Only ids of the endpoint's own: no name, no time. */
export const Revocation = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['person', 'install', 'token', 'token-installs', 'api-key']), id: z.uuidv4() }),
  z.strictObject({ kind: z.literal('passkey'), id: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,1400}$/)) }),
  // These two end nothing for ever: they count for a backup whose audit log ends before entry `seq`.
  z.strictObject({ kind: z.enum(['person-reset', 'recovery-codes']), id: z.uuidv4(), seq: z.int() }),
  z.strictObject({ kind: z.literal('roles'), id: z.uuidv4(), roles: z.array(z.enum(roles)) }),
]);
export type Revocation = z.infer<typeof Revocation>;

const RevocationList = z.strictObject({
  orgId: z.string(),
  /** Entries of the audit log that were looked through. */
  upTo: z.int().check(z.gte(0)),
  revocations: z.array(Revocation),
});
export type RevocationList = z.infer<typeof RevocationList>;

export async function signRevocations(
  list: RevocationList,
  { keyid, sign }: Pick<SigningKey, 'keyid' | 'sign'>,
): Promise<string> {
  return JSON.stringify(await seal({ payloadType, body: utf8(JSON.stringify(list)), keyid, sign }));
}

/** The list that this key signed; `undefined` when it did not, or the text is no list. */
export async function readRevocations(
  text: string,
  { keyid, publicKey }: Pick<SigningKey, 'keyid' | 'publicKey'>,
): Promise<RevocationList | undefined> {
  const envelope = Envelope.safeParse(parse(text)).data;
  const key = await importVerifyKey(publicKey);
  if (envelope === undefined || key === undefined) return undefined;
  const opened = await open(envelope, { payloadType, keys: new Map([[keyid, key]]) });
  return opened.ok ? RevocationList.safeParse(parse(new TextDecoder().decode(opened.body))).data : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the schema then refuses it
  }
}
