import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { EnrolRequest, installStateHeader } from '../../lib/contract/enrolment.ts';
import type { EnrolReply } from '../../lib/contract/enrolment.ts';
import { enrol } from '../store/installs.ts';
import type { Workings } from '../workings.ts';
import { limitBody, readJson } from './body.ts';
import { importPublicKey } from './proof.ts';

const maxBytes = 8 * 1024;
/** A token that has enrolled enough today does so again after midnight UTC. */
const crowdedSeconds = '3600';

/** `POST /v1/enrol`: a browser shows an enrolment token and its public key, and gets a random id. */
export function enrolRoute({ db, orgId, clock }: Workings) {
  return new Hono().post('/', limitBody(maxBytes), async (c) => {
    const body = await readJson(c, maxBytes);
    if (!body.ok) return c.json({ reason: body.reason }, body.status);
    const request = EnrolRequest.safeParse(body.value);
    if (!request.success) return c.json({ reason: 'bad-request' }, 400);
    const { token, publicKey, group } = request.data;
    if ((await importPublicKey(publicKey)) === undefined) return c.json({ reason: 'bad-key' }, 400);
    const installId = randomUUID();
    const state = await enrol(db, { id: installId, token, publicKey, group, now: clock() });
    if (state === undefined) return c.json({ reason: 'token-refused' }, 401);
    if (state === 'crowded') return c.json({ reason: 'too-many-requests' }, 429, { 'Retry-After': crowdedSeconds });
    return c.json({ installId, orgId } satisfies EnrolReply, 200, { [installStateHeader]: state });
  });
}
