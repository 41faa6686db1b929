import { toBase64url, utf8 } from '../contract/bytes.ts';
import { EnrolReply, TokenReply, installStateHeader, tokenProof } from '../contract/enrolment.ts';
import type { EnrolRequest, TokenRequest } from '../contract/enrolment.ts';
import type { ContactFailure, MembershipFields } from '../contract/membership.ts';
import type { IdentityRow } from '../storage/database.ts';
import { send } from './send.ts';
import type { Answer, SenderOptions } from './send.ts';

/** Why a call was in vain. `later` is in milliseconds, where the endpoint asked to wait. */
export interface Failed {
  readonly ok: false;
  readonly reason: ContactFailure;
  readonly status: number;
  readonly later: number;
  /** Set where the endpoint does not know this installation any more. */
  readonly isUnknown?: true;
  /** Set where the call itself was never made. */
  readonly step?: 'enrol' | 'token';
}

/** A client error is a refusal; everything else may be better next time. */
export function failureOf({ status, later, json }: Answer, step?: 'enrol' | 'token'): Failed {
  const isRefusal =
    (status >= 400 && status < 500 && status !== 408 && status !== 429) || (status >= 200 && status < 300);
  const { reason: word } = Object(json) as { reason?: unknown };
  const known = acted.find((each) => each.status === status && each.word === word);
  return {
    ok: false,
    reason: known?.reason ?? (isRefusal ? 'refused' : 'unreachable'),
    status,
    later,
    ...(word === 'install-refused' && status === 401 ? { isUnknown: true } : {}),
    ...(step === undefined ? {} : { step }),
  };
}

/** The endpoint's own words, where they are some that we act on. */
const acted = [
  { status: 401, word: 'install-revoked', reason: 'revoked' },
  { status: 403, word: 'install-pending', reason: 'pending' },
] as const;

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/**
 * This browser's identity at the membership's endpoint: the stored one, or a new enrolment with a key that cannot be exported. A stored
 * one that was `revoked` is of no use.
 */
export async function enrol(
  membership: MembershipFields,
  options: SenderOptions,
  revoked?: string,
): Promise<{ readonly ok: true; readonly identity: IdentityRow } | Failed> {
  const known = await options.db.identity.get('install');
  const isOfThis = known?.orgId === membership.orgId && known.url === membership.url;
  if (isOfThis && known.installId !== revoked) return { ok: true, identity: known };
  const keys = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', keys.publicKey);
  const request: EnrolRequest = {
    token: membership.token,
    publicKey: { kty: 'EC', crv: 'P-256', x, y },
    ...(membership.group === undefined ? {} : { group: membership.group }),
  };
  const answer = await send(
    {
      method: 'POST',
      path: '/v1/enrol',
      body: JSON.stringify(request),
      shown: JSON.stringify({ ...request, token: '[enrolment token]' }),
    },
    options,
  );
  const reply = EnrolReply.safeParse(answer.json);
  const isGood = answer.status === 200 || answer.status === 201;
  if (!isGood || !reply.success || reply.data.orgId !== membership.orgId) return failureOf(answer, 'enrol');
  const identity: IdentityRow = {
    key: 'install',
    installId: reply.data.installId,
    orgId: membership.orgId,
    url: membership.url,
    keys,
    isPending: answer.headers.get(installStateHeader) === 'pending',
  };
  await options.db.identity.put(identity);
  return { ok: true, identity };
}

export interface Bearer {
  readonly installId: string;
  readonly token: string;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

export function isBearer(value: unknown): value is Bearer {
  const { installId, token, until } = Object(value) as Partial<Bearer>;
  return typeof installId === 'string' && typeof token === 'string' && Number.isFinite(until);
}

/** A short bearer token for the proof that this browser holds its key. */
export async function fetchBearer(
  identity: IdentityRow,
  options: SenderOptions,
): Promise<{ readonly ok: true; readonly bearer: Bearer } | Failed> {
  const { installId, keys } = identity;
  const issuedAt = new Date(options.now()).toISOString();
  const nonce = toBase64url(crypto.getRandomValues(new Uint8Array(16)));
  const proof = utf8(tokenProof({ installId, issuedAt, nonce }));
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, keys.privateKey, proof);
  const request: TokenRequest = { installId, issuedAt, nonce, signature: toBase64url(new Uint8Array(signature)) };
  const answer = await send(
    {
      method: 'POST',
      path: '/v1/token',
      body: JSON.stringify(request),
      shown: JSON.stringify({ ...request, signature: '[proof]' }),
    },
    options,
  );
  const reply = TokenReply.safeParse(answer.json);
  if (answer.status !== 200 || !reply.success) return failureOf(answer, 'token');
  const { token, expiresIn } = reply.data;
  // A tenth early, so that it does not end on the way.
  return { ok: true, bearer: { installId, token, until: options.now() + expiresIn * 900 } };
}
