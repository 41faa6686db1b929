import { toBase64url, utf8 } from '../contract/bytes.ts';
import { EnrolReply, TokenReply, tokenProof } from '../contract/enrolment.ts';
import type { EnrolRequest, TokenRequest } from '../contract/enrolment.ts';
import type { MembershipFields } from '../contract/membership.ts';
import type { IdentityRow } from '../storage/database.ts';
import { send } from './send.ts';
import type { Answer, SenderOptions } from './send.ts';

/** Why a call was in vain. `later` is in milliseconds, where the endpoint asked to wait. */
export interface Failed {
  readonly ok: false;
  readonly reason: 'unreachable' | 'refused';
  readonly status: number;
  readonly later: number;
  /** The endpoint's own word, where it is one we act on. */
  readonly word?: 'install-refused';
  /** Set where the call itself was never made. */
  readonly step?: 'enrol' | 'token';
}

/** A client error is a refusal; everything else may be better next time. */
export function failureOf({ status, later, json }: Answer, step?: 'enrol' | 'token'): Failed {
  const isRefusal =
    (status >= 400 && status < 500 && status !== 408 && status !== 429) || (status >= 200 && status < 300);
  const { reason } = Object(json) as { reason?: unknown };
  return {
    ok: false,
    reason: isRefusal ? 'refused' : 'unreachable',
    status,
    later,
    ...(reason === 'install-refused' ? { word: reason } : {}),
    ...(step === undefined ? {} : { step }),
  };
}

export function isInstallRefused({ status, word }: Failed): boolean {
  return status === 401 && word === 'install-refused';
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** This browser's identity at the membership's endpoint: the stored one, or a new enrolment with a key that cannot be exported. */
export async function enrol(
  membership: MembershipFields,
  options: SenderOptions,
): Promise<{ readonly ok: true; readonly identity: IdentityRow } | Failed> {
  const known = await options.db.identity.get('install');
  if (known?.orgId === membership.orgId && known.url === membership.url) return { ok: true, identity: known };
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
