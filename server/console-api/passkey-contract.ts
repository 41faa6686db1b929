import * as z from 'zod/mini';
import { passkeyTransports } from '../vocabulary.ts';
import { name, token } from './contract.ts';

// What the console and its endpoint say to each other about passkeys, in the JSON form that browsers read and write.

const base64url = (most: number) => z.string().check(z.regex(/^[A-Za-z0-9_-]+$/), z.maxLength(most));
/** A credential's id is at most 1023 bytes. https://www.w3.org/TR/webauthn-3/#credential-id */
const credentialId = base64url(1_364);
export const PasskeyId = credentialId;
const knownPasskey = z.strictObject({
  id: credentialId,
  type: z.literal('public-key'),
  transports: z.array(z.enum(passkeyTransports)),
});

/** What the browser is told to make. https://www.w3.org/TR/webauthn-3/#dictdef-publickeycredentialcreationoptionsjson */
export const PasskeyCreation = z.strictObject({
  token,
  options: z.strictObject({
    challenge: token,
    rp: z.strictObject({ id: z.string(), name: z.string() }),
    user: z.strictObject({ id: z.string(), name: z.string(), displayName: z.string() }),
    pubKeyCredParams: z.array(z.strictObject({ type: z.literal('public-key'), alg: z.int() })),
    timeout: z.int(),
    attestation: z.literal('none'),
    authenticatorSelection: z.strictObject({
      residentKey: z.literal('preferred'),
      userVerification: z.literal('required'),
    }),
    excludeCredentials: z.array(knownPasskey),
  }),
});
export type PasskeyCreation = z.infer<typeof PasskeyCreation>;

/** What the browser is told to sign. No credentials named: any that the browser finds. */
export const PasskeyRequest = z.strictObject({
  token,
  options: z.strictObject({
    challenge: token,
    rpId: z.string(),
    timeout: z.int(),
    userVerification: z.literal('required'),
    allowCredentials: z.array(knownPasskey),
  }),
});
export type PasskeyRequest = z.infer<typeof PasskeyRequest>;

// Browsers say more about a credential than is needed, and later ones may say still more: what is not named here is left unread.
export const PasskeyMade = z.object({
  id: credentialId,
  response: z.object({
    clientDataJSON: base64url(4_096),
    attestationObject: base64url(8_192),
    transports: z.optional(z.array(z.string().check(z.maxLength(40))).check(z.maxLength(20))),
  }),
});
export type PasskeyMade = z.infer<typeof PasskeyMade>;
export const PasskeyAnswer = z.object({
  id: credentialId,
  response: z.object({
    clientDataJSON: base64url(4_096),
    authenticatorData: base64url(4_096),
    signature: base64url(4_096),
    userHandle: z.optional(z.nullable(base64url(200))),
  }),
});
export type PasskeyAnswer = z.infer<typeof PasskeyAnswer>;

export const PasskeyAddition = z.strictObject({ token, title: name, passkey: PasskeyMade });
export const PasskeyProof = z.strictObject({ token, passkey: PasskeyAnswer });

export const PasskeyList = z.strictObject({
  passkeys: z.array(z.strictObject({ id: credentialId, title: z.string(), createdOn: z.iso.date() })),
});
export type PasskeyList = z.infer<typeof PasskeyList>;
