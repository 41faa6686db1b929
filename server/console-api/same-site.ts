import type { MiddlewareHandler } from 'hono';

/** The one address that another site leads to: what it brings is checked by itself. */
const fromElsewhere = '/api/oidc/callback';

/**
 * Refuses a call that changes something unless our own page made it, and one that reads if another page did. The cookie is
 * `SameSite=Strict` already; the header is one that no form can set and no other origin may, and what the browser says of the caller
 * must fit.
 */
export function requireSameSite(isOwnOrigin: (origin: string) => boolean): MiddlewareHandler {
  return async (c, next) => {
    // A program with its key sends no cookie that could be abused, and no page can send that header from elsewhere.
    if (c.req.header('authorization')?.startsWith('Bearer ') === true) return next();
    const site = c.req.header('sec-fetch-site');
    if (c.req.method === 'GET' || c.req.method === 'HEAD') {
      // Another port of this host, or a sister host, is the same site: the cookie comes along, and reading is logged as a person's act.
      const isOwn = site === undefined || site === 'same-origin' || site === 'none';
      return isOwn || c.req.path === fromElsewhere ? next() : c.json({ reason: 'cross-site' }, 403);
    }
    const origin = c.req.header('origin');
    const fits =
      c.req.header('x-sluice') === '1' &&
      (site === undefined || site === 'same-origin') &&
      (origin === undefined || isOwnOrigin(origin));
    return fits ? next() : c.json({ reason: 'cross-site' }, 403);
  };
}
