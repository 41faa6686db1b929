import { createToken, listTokens, revokeToken } from '../store/enrolment-tokens.ts';
import { countInstallsByToken, revokeInstallsOfToken } from '../store/installs.ts';
import type { Workings } from '../workings.ts';
import { TokenDraft } from './enrolment-contract.ts';
import type { TokenList, TokenMade } from './enrolment-contract.ts';
import { act, readId, readRequest } from './handler.ts';
import type { Handler } from './handler.ts';

const day = 86_400_000;

/** `GET /api/tokens`: enrolment tokens with what became of them, never the tokens themselves. */
export function tokensHandler({ db }: Workings): Handler {
  return async (c) => {
    const [tokens, counts] = [await listTokens(db), await countInstallsByToken(db)];
    return c.json({
      tokens: tokens.map(({ createdOn: _day, group, expiresAt, ...token }) => ({
        ...token,
        group: group ?? null,
        expiresAt: new Date(expiresAt).toISOString(),
        installs: counts.get(token.id) ?? { pending: 0, approved: 0, revoked: 0 },
      })),
    } satisfies TokenList);
  };
}

/** `POST /api/tokens`: a new one, shown once. */
export function makeTokenHandler(workings: Workings): Handler {
  const { clock, keys, orgId } = workings;
  return async (c) => {
    const request = await readRequest(c, TokenDraft);
    if (!request.ok) return request.refusal;
    const { days, ...rest } = request.value;
    const draft = { ...rest, perDay: rest.perDay ?? usualPerDay(rest.uses) };
    const made = await act(c, workings, async (queries) => {
      const createdBy = c.get('caller').name;
      const value = await createToken(queries, { ...draft, createdBy, expiresAt: clock() + days * day, now: clock() });
      return { value, target: value.id, detail: { title: draft.title, uses: draft.uses } };
    });
    return c.json({ ...made, orgId, policyRootKeys: keys.policyRootKeys } satisfies TokenMade);
  };
}

/** A rollout takes two days at most; a stolen token is noticed before it is used up. */
function usualPerDay(uses: number): number {
  return Math.min(uses, Math.max(500, Math.ceil(uses / 2)));
}

/** `DELETE /api/tokens/:id`: enrols nobody any more. Browsers that came by it stay. */
export function revokeTokenHandler(workings: Workings): Handler {
  return async (c) => {
    const id = readId(c);
    const isRevoked =
      id !== undefined &&
      (await act(c, workings, async (queries) => {
        const value = await revokeToken(queries, id);
        return { value, target: value ? id : undefined };
      }));
    return isRevoked ? c.json({ done: true }) : c.json({ reason: 'not-found' }, 404);
  };
}

/** `DELETE /api/tokens/:id/installs`: the token and every browser that came by it. */
export function revokeTokenInstallsHandler(workings: Workings): Handler {
  return async (c) => {
    const id = readId(c);
    if (id === undefined || !(await listTokens(workings.db)).some((token) => token.id === id))
      return c.json({ reason: 'not-found' }, 404);
    await act(c, workings, async (queries) => {
      await revokeToken(queries, id);
      const browsers = await revokeInstallsOfToken(queries, id, workings.clock());
      return { value: undefined, target: id, detail: { browsers } };
    });
    return c.json({ done: true });
  };
}
