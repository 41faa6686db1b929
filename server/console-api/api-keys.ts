import { randomUUID } from 'node:crypto';
import { randomSecret } from '../keys/key-files.ts';
import { addApiKey, listApiKeys, revokeApiKey } from '../store/api-keys.ts';
import type { Workings } from '../workings.ts';
import { ApiKeyRequest } from './contract.ts';
import type { ApiKeyList, ApiKeyReply } from './contract.ts';
import { act, personOf, readId, readRequest } from './handler.ts';
import type { Handler } from './handler.ts';

const day = 86_400_000;

/** `GET /api/api-keys`: what programs may call, never the keys themselves. */
export function keysHandler({ db }: Workings): Handler {
  return async (c) => {
    const keys = await listApiKeys(db);
    return c.json({
      keys: keys.map(({ id, title, scopes, created_by: createdBy, expires_at: expiresAt, revoked }) => ({
        id,
        title,
        scopes,
        createdBy,
        expiresAt: expiresAt.toISOString(),
        revoked,
      })),
    } satisfies ApiKeyList);
  };
}

/** `POST /api/api-keys`: a new key, shown once. */
export function makeKeyHandler(workings: Workings): Handler {
  return async (c) => {
    const request = await readRequest(c, ApiKeyRequest);
    if (!request.ok) return request.refusal;
    const { title, scopes, days } = request.value;
    const [id, key, now] = [randomUUID(), randomSecret(), workings.clock()];
    await act(c, workings, async (queries) => {
      const { name: createdBy, personId: makerId } = personOf(c);
      await addApiKey(queries, { id, key, title, scopes, createdBy, makerId, expiresAt: now + days * day, now });
      return { value: undefined, target: id, detail: { title, scopes: scopes.join(' ') } };
    });
    return c.json({ id, key } satisfies ApiKeyReply);
  };
}

/** `DELETE /api/api-keys/:id`: good no more, at once. */
export function revokeKeyHandler(workings: Workings): Handler {
  return async (c) => {
    const id = readId(c);
    if (id === undefined) return c.json({ reason: 'not-found' }, 404);
    const title = await act(c, workings, async (queries) => {
      const revoked = await revokeApiKey(queries, id);
      return { value: revoked, target: revoked && id, ...(revoked && { detail: { title: revoked } }) };
    });
    return title === undefined ? c.json({ reason: 'not-found' }, 404) : c.json({ done: true });
  };
}
