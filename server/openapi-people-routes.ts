import * as z from 'zod/mini';
import type { ConsoleReason } from './console-api/reasons.ts';
import { PasskeyId } from './console-api/passkey-contract.ts';
import type { Described, Refusals } from './openapi-device-routes.ts';

const bad = { 400: ['bad-request'] } satisfies Refusals<ConsoleReason>;
const gone = { 404: ['not-found'] } satisfies Refusals<ConsoleReason>;
const rolesKept = { ...gone, 409: ['last-owner'] } satisfies Refusals<ConsoleReason>;
const nameless = { 422: ['passkeys-need-a-name'] } satisfies Refusals<ConsoleReason>;

/** The routes below `/api` for set-up, sign-in, people and their keys. */
export const peopleRoutes = {
  'POST /setup/check': {
    summary: 'Whether a set-up link can still be used, and for what.',
    request: 'SetupCheck',
    reply: 'SetupLinkReply',
    errors: { ...bad, 410: ['link-used'] },
  },
  'POST /setup/begin': {
    summary: 'Name and password; the answer is the secret for the authenticator app.',
    request: 'SetupBegin',
    reply: 'SetupSecret',
    errors: { ...bad, 410: ['link-used'], 422: ['name-taken', 'password-too-easy', 'password-too-short'] },
  },
  'POST /setup/confirm': {
    summary: 'The first code makes the person and signs them in.',
    request: 'SetupConfirm',
    reply: 'Entered',
    errors: { ...bad, 410: ['link-used'], 422: ['code-refused', 'name-taken'] },
  },
  'POST /session': {
    summary: 'Signs in. One answer for everything that is wrong.',
    request: 'SignInRequest',
    reply: 'SignedIn',
    errors: { ...bad, 401: ['sign-in-refused'] },
  },
  'POST /passkey/options': {
    summary: 'What a passkey is asked to sign at the sign-in.',
    reply: 'PasskeyRequest',
    errors: nameless,
  },
  'POST /passkey': {
    summary: 'Signs in by passkey alone.',
    request: 'PasskeyProof',
    reply: 'SignedIn',
    errors: { ...bad, 401: ['passkey-refused'] },
  },
  'GET /oidc': { summary: 'Whether the organisation has a sign-in of its own.', reply: 'OidcReply' },
  'GET /oidc/start': {
    summary: 'Goes to the provider of the organisation; `for=proof` proves again who is signed in.',
    query: z.object({ for: z.optional(z.literal('proof')) }),
    reply: 'redirect',
    errors: gone,
  },
  'GET /oidc/callback': { summary: 'Comes back from the provider.', reply: 'page', errors: gone },
  'GET /session': { summary: 'Who is signed in.', reply: 'SignedIn' },
  'DELETE /session': { summary: 'Signs out.', reply: 'Done' },
  'POST /session/proof': {
    summary: 'A code that opens the calls that need a fresh proof.',
    request: 'ProofRequest',
    reply: 'Done',
    errors: { ...bad, 422: ['code-refused'] },
  },
  'POST /session/proof/options': {
    summary: 'What one of one’s own passkeys is asked to sign.',
    reply: 'PasskeyRequest',
    errors: { ...nameless, 404: ['no-passkey'] },
  },
  'POST /session/proof/passkey': {
    summary: 'The signature that opens the calls that need a fresh proof.',
    request: 'PasskeyProof',
    reply: 'Done',
    errors: { ...bad, 422: ['passkey-refused'] },
  },
  'GET /passkeys': { summary: 'One’s own passkeys.', reply: 'PasskeyList' },
  'POST /passkeys/options': {
    summary: 'What the browser is told to make.',
    reply: 'PasskeyCreation',
    errors: { 422: ['comes-by-oidc', 'passkeys-need-a-name'] },
  },
  'POST /passkeys': {
    summary: 'Adds a passkey.',
    request: 'PasskeyAddition',
    reply: 'Done',
    errors: { ...bad, 422: ['passkey-refused', 'passkey-known'] },
  },
  'DELETE /passkeys/:id': { summary: 'Removes one of one’s own passkeys.', id: PasskeyId, reply: 'Done', errors: gone },
  'GET /sessions': { summary: 'One’s own sessions.', reply: 'SessionList' },
  'DELETE /sessions/:id': { summary: 'Ends one of one’s own sessions.', reply: 'Done', errors: gone },
  'POST /recovery-codes': {
    summary: 'New recovery codes; those before are good no more.',
    reply: 'RecoveryCodes',
    errors: { 422: ['comes-by-oidc'] },
  },

  'GET /people': { summary: 'The people of the console.', reply: 'PeopleList' },
  'POST /people': {
    summary: 'A one-time link that makes a person with these roles.',
    request: 'RolesRequest',
    reply: 'InviteReply',
    errors: bad,
  },
  'PUT /people/:id/roles': {
    summary: 'Other roles for a person.',
    request: 'RolesRequest',
    reply: 'Done',
    errors: { ...bad, ...rolesKept },
  },
  'POST /people/:id/reset': {
    summary: 'A link with which somebody who lost their authenticator app starts anew.',
    reply: 'InviteReply',
    errors: { ...gone, 422: ['comes-by-oidc'] },
  },
  'DELETE /people/:id': { summary: 'Shuts somebody out at once.', reply: 'Done', errors: rolesKept },
  'GET /api-keys': { summary: 'What programs may call, never the keys themselves.', reply: 'ApiKeyList' },
  'POST /api-keys': {
    summary: 'A new key, shown once.',
    request: 'ApiKeyRequest',
    reply: 'ApiKeyReply',
    errors: bad,
  },
  'DELETE /api-keys/:id': { summary: 'The key is good no more, at once.', reply: 'Done', errors: gone },
} as const satisfies Readonly<Record<string, Described<ConsoleReason>>>;
