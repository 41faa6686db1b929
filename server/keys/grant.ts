import { utf8 } from '../../lib/contract/bytes.ts';
import { Envelope, payloadTypes, readRootKeys, seal } from '../../lib/contract/envelope.ts';
import type { Delegation } from '../../lib/contract/envelope.ts';
import { openDelegation } from '../../lib/contract/signed-policy.ts';
import type { SigningKey } from './signing-keys.ts';

/** Signs what a root key says of another key. */
export function grant(root: SigningKey, delegation: Delegation): Promise<Envelope> {
  const body = utf8(JSON.stringify(delegation));
  return seal({ payloadType: payloadTypes.delegation, body, keyid: root.keyid, sign: root.sign });
}

/** A delegation whose signature holds under `rootKeys`, whenever its end; a sentence says what is wrong with another. */
export async function readGrant(
  value: unknown,
  rootKeys: string,
): Promise<
  | { readonly ok: true; readonly envelope: Envelope; readonly delegation: Delegation }
  | { readonly ok: false; readonly why: string }
> {
  const envelope = Envelope.safeParse(value);
  if (!envelope.success) return { ok: false, why: 'This is no delegation.' };
  const opened = await openDelegation(envelope.data, await readRootKeys(rootKeys));
  if (opened.ok) return { ok: true, envelope: envelope.data, delegation: opened.delegation };
  return { ok: false, why: sentences[opened.reason] ?? 'This is no delegation.' };
}

const sentences: Readonly<Record<string, string>> = {
  'no-root-keys': 'No root keys are given.',
  'unknown-key': 'The delegation was not signed by any of the pinned root keys.',
  'bad-signature': 'The signature of the delegation does not hold.',
};

/** The value of a JSON text; `undefined` when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the schema then refuses it
  }
}
