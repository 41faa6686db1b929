import { Hono } from 'hono';
import { TokenRequest, installStateHeader } from '../../lib/contract/enrolment.ts';
import type { TokenReply } from '../../lib/contract/enrolment.ts';
import { bearerSeconds } from '../keys/bearer-token.ts';
import { findInstall, useNonce } from '../store/installs.ts';
import type { Workings } from '../workings.ts';
import { limitBody, readJson } from './body.ts';
import { verifyProof } from './proof.ts';
import { rateLimit } from './rate-limit.ts';

const maxBytes = 4 * 1024;
const toleranceMilliseconds = 5 * 60_000;

/** `POST /v1/token`: a short bearer token for a proof that the installation holds its key. */
export function tokenRoute({ db, keys, clock }: Workings) {
  const limit = rateLimit({ burst: 20, perSecond: 0.5 });
  return new Hono().post('/', limitBody(maxBytes), async (c) => {
    const body = await readJson(c, maxBytes);
    if (!body.ok) return c.json({ reason: body.reason }, body.status);
    const request = TokenRequest.safeParse(body.value);
    if (!request.success) return c.json({ reason: 'bad-request' }, 400);
    const { installId, issuedAt, nonce } = request.data;
    const wait = limit.take(installId, clock());
    if (wait > 0) return c.json({ reason: 'too-many-requests' }, 429, { 'Retry-After': String(wait) });
    if (Math.abs(Date.parse(issuedAt) - clock()) > toleranceMilliseconds) return c.json({ reason: 'clock-skew' }, 401);
    const install = await findInstall(db, installId);
    if (install === undefined) return c.json({ reason: 'install-refused' }, 401);
    if (!(await verifyProof(request.data, install.publicKey))) return c.json({ reason: 'bad-signature' }, 401);
    if (install.state === 'revoked') return c.json({ reason: 'install-revoked' }, 401);
    const expiresAt = Date.parse(issuedAt) + 2 * toleranceMilliseconds;
    if (!(await useNonce(db, { installId, nonce, expiresAt }))) return c.json({ reason: 'nonce-used' }, 401);
    const reply: TokenReply = { token: keys.mintBearer(installId), expiresIn: bearerSeconds };
    return c.json(reply, 200, { [installStateHeader]: install.state });
  });
}
