import { toBase64url, utf8 } from '../contract/bytes.ts';
import { EnrolReply, TokenReply, tokenProof } from '../contract/enrolment.ts';
import type { EnrolRequest, TokenRequest } from '../contract/enrolment.ts';
import type { MembershipFields } from '../contract/membership.ts';
import type { IdentityRow } from '../storage/database.ts';
import { send } from './send.ts';
import type { SenderOptions } from './send.ts';

export type Failed = { readonly ok: false; readonly reason: 'unreachable' | 'refused' };
const unreachable: Failed = { ok: false, reason: 'unreachable' };
const refused: Failed = { ok: false, reason: 'refused' };

/** A client error is a refusal; everything else may be better next time. */
export function failureOf(status: number): Failed {
  return status >= 400 && status < 500 && status !== 429 ? refused : unreachable;
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
  if (answer.status !== 200 && answer.status !== 201) return failureOf(answer.status);
  if (!reply.success || reply.data.orgId !== membership.orgId) return refused;
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
  readonly token: string;
  /** Milliseconds since the epoch. */
  readonly until: number;
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
  if (answer.status !== 200) return failureOf(answer.status);
  if (!reply.success) return refused;
  // A minute early, so that it does not end on the way.
  return {
    ok: true,
    bearer: { token: reply.data.token, until: options.now() + reply.data.expiresIn * 1_000 - 60_000 },
  };
}
