import { concat, fromBase64url, fromHex, sha256, toHex, utf8 } from './bytes.ts';
import { payloadTypes, preAuthEncoding } from './envelope.ts';
import type { Receipt } from './incident.ts';

const { subtle } = globalThis.crypto;

/** The head of a chain without entries: SHA-256 of its id, lower-case hex. */
export async function emptyHead(chain: string): Promise<string> {
  return toHex(await sha256(utf8(`sluice-chain ${chain}`)));
}

/** The next head: SHA-256(head ‖ SHA-256(salt ‖ event)). `salt` is 32 random bytes in base64url, `event` the exact JSON text. */
export async function nextHead(
  head: string,
  entry: { readonly salt: string; readonly event: string },
): Promise<string> {
  const leaf = await sha256(concat(fromBase64url(entry.salt) ?? new Uint8Array(), utf8(entry.event)));
  return toHex(await sha256(concat(fromHex(head), leaf)));
}

/** The bytes a receipt's signature is over. */
export function receiptMessage({ chain, count, head }: Pick<Receipt, 'chain' | 'count' | 'head'>) {
  return preAuthEncoding(payloadTypes.receipt, utf8(JSON.stringify({ chain, count, head })));
}

export async function verifyReceipt(receipt: Receipt, signer: CryptoKey): Promise<boolean> {
  const signature = fromBase64url(receipt.signature);
  if (signature === undefined) return false;
  return subtle.verify({ name: 'Ed25519' }, signer, signature, receiptMessage(receipt));
}
