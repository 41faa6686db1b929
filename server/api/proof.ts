import { fromBase64url, utf8 } from '../../lib/contract/bytes.ts';
import { tokenProof } from '../../lib/contract/enrolment.ts';
import type { PublicKey, TokenRequest } from '../../lib/contract/enrolment.ts';

const { subtle } = globalThis.crypto;

/** `undefined` when the coordinates are not a point of the curve. */
export async function importPublicKey(key: PublicKey): Promise<CryptoKey | undefined> {
  try {
    return await subtle.importKey('jwk', key, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
  } catch {
    return undefined; // WebCrypto throws for a bad point
  }
}

/** True when the private half of `publicKey` signed this request. */
export async function verifyProof(request: TokenRequest, publicKey: PublicKey): Promise<boolean> {
  const key = await importPublicKey(publicKey);
  const signature = fromBase64url(request.signature);
  if (key === undefined || signature === undefined) return false;
  return subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signature, utf8(tokenProof(request)));
}
