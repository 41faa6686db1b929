import { fromBase64url, toBase64url } from '../../lib/contract/bytes.ts';
import { PasskeyAnswer, PasskeyMade } from '../console-api/passkey-contract.ts';
import type { PasskeyCreation, PasskeyRequest } from '../console-api/passkey-contract.ts';
import type { Reply } from './api.ts';

/** Why this page cannot ask for passkeys; `undefined` when it can. */
export function whyNoPasskeys(location = window.location): 'no-browser' | 'bare-address' | undefined {
  // A bare address has digits or colons where a name ends in a word.
  if (/^[\d.]+$|:/.test(location.hostname)) return 'bare-address';
  return 'PublicKeyCredential' in window ? undefined : 'no-browser';
}

/** Has the browser make a passkey, and the person prove to it who they are. */
export async function makePasskey({ options }: PasskeyCreation): Promise<Reply<PasskeyMade>> {
  if (!isNamed(options.rp.id)) return { ok: false, reason: 'passkeys-need-a-name' };
  try {
    const made = await navigator.credentials.create({ publicKey: readCreation(options) });
    return given(PasskeyMade.safeParse(toJson(made)));
  } catch (error) {
    const isKnown = error instanceof DOMException && error.name === 'InvalidStateError';
    return { ok: false, reason: isKnown ? 'passkey-known' : 'passkey-not-given' };
  }
}

/** Has a passkey sign, and the person prove to it who they are. */
export async function askPasskey({ options }: PasskeyRequest): Promise<Reply<PasskeyAnswer>> {
  if (!isNamed(options.rpId)) return { ok: false, reason: 'passkeys-need-a-name' };
  try {
    const signed = await navigator.credentials.get({ publicKey: readRequest(options) });
    return given(PasskeyAnswer.safeParse(toJson(signed)));
  } catch {
    return { ok: false, reason: 'passkey-not-given' }; // broken off, or none that fits
  }
}

/** Two calls with the browser's dialog in between. */
export async function withPasskey<Value>(
  begin: () => Promise<Reply<PasskeyRequest>>,
  finish: (proof: { readonly token: string; readonly passkey: PasskeyAnswer }) => Promise<Reply<Value>>,
): Promise<Reply<Value>> {
  const begun = await begin();
  if (!begun.ok) return begun;
  const signed = await askPasskey(begun.value);
  return signed.ok ? finish({ token: begun.value.token, passkey: signed.value }) : signed;
}

/** Passkeys belong to a name; under another one the browser would refuse with a riddle. */
function isNamed(rpId: string, { hostname } = window.location): boolean {
  return hostname === rpId || hostname.endsWith(`.${rpId}`);
}

type Parsed<Value> = { readonly success: true; readonly data: Value } | { readonly success: false };

function given<Value>(parsed: Parsed<Value>): Reply<Value> {
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, reason: 'passkey-not-given' };
}

// Browsers before 2025 lack the three JSON helpers, so each has a stand-in here.

function readCreation(options: PasskeyCreation['options']): PublicKeyCredentialCreationOptions {
  if ('parseCreationOptionsFromJSON' in PublicKeyCredential)
    return PublicKeyCredential.parseCreationOptionsFromJSON(options);
  return {
    ...options,
    challenge: bytes(options.challenge),
    user: { ...options.user, id: bytes(options.user.id) },
    excludeCredentials: options.excludeCredentials.map(named),
  };
}

function readRequest(options: PasskeyRequest['options']): PublicKeyCredentialRequestOptions {
  if ('parseRequestOptionsFromJSON' in PublicKeyCredential)
    return PublicKeyCredential.parseRequestOptionsFromJSON(options);
  return {
    ...options,
    challenge: bytes(options.challenge),
    allowCredentials: options.allowCredentials.map(named),
  };
}

function named({ id, type, transports }: PasskeyRequest['options']['allowCredentials'][number]) {
  // Browsers ignore ways that they do not know; TypeScript’s list is shorter than theirs.
  return { id: bytes(id), type, transports: transports as AuthenticatorTransport[] };
}

function bytes(text: string) {
  return fromBase64url(text) ?? new Uint8Array();
}

/** What the schemas read, of a credential in whichever form the browser has it. */
function toJson(credential: Credential | null): unknown {
  if (!(credential instanceof PublicKeyCredential)) return undefined;
  if ('toJSON' in credential) return credential.toJSON();
  const { id, response } = credential as PublicKeyCredential;
  return {
    id,
    response: response instanceof AuthenticatorAttestationResponse ? attested(response) : asserted(response),
  };
}

function attested(response: AuthenticatorAttestationResponse) {
  return {
    clientDataJSON: text(response.clientDataJSON),
    attestationObject: text(response.attestationObject),
    transports: response.getTransports(),
  };
}

function asserted(response: AuthenticatorResponse) {
  if (!(response instanceof AuthenticatorAssertionResponse)) return undefined;
  return {
    clientDataJSON: text(response.clientDataJSON),
    authenticatorData: text(response.authenticatorData),
    signature: text(response.signature),
    userHandle: response.userHandle && text(response.userHandle),
  };
}

function text(buffer: ArrayBuffer): string {
  return toBase64url(new Uint8Array(buffer));
}
