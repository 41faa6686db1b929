import type { MiddlewareHandler } from 'hono';
import type { Workings } from '../workings.ts';
import type { InstallStates } from './install-states.ts';
import type { RateLimit } from './rate-limit.ts';

/** What a request of an installation carries once its bearer token was read. */
export interface DeviceEnv {
  readonly Variables: {
    readonly installId: string;
    /** The group it was enrolled into; set where a route asks what the installation is. */
    readonly group: string | undefined;
    /** Whether a person, or its token, let it in; set where a route asks what the installation is. */
    readonly approved?: boolean;
    /** Set by the incidents route, for the metrics. */
    readonly entriesTaken?: number;
  };
}

/** Lets a request pass that speaks for an installation which is neither revoked nor in a hurry. */
export function requireInstall(
  { keys, clock }: Workings,
  { limit, states }: { readonly limit: RateLimit; readonly states: InstallStates },
): MiddlewareHandler<DeviceEnv> {
  return async (c, next) => {
    const [scheme = '', token = ''] = (c.req.header('authorization') ?? '').split(' ');
    const installId = scheme.toLowerCase() === 'bearer' ? keys.readBearer(token) : undefined;
    if (installId === undefined) return c.json({ reason: 'token-refused' }, 401);
    const wait = limit.take(installId, clock());
    if (wait > 0) return c.json({ reason: 'too-many-requests' }, 429, { 'Retry-After': String(wait) });
    if (await states.isRevoked(installId)) return c.json({ reason: 'install-revoked' }, 401);
    c.set('installId', installId);
    return next();
  };
}
