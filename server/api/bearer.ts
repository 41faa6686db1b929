import type { MiddlewareHandler } from 'hono';
import type { Workings } from '../workings.ts';
import type { Rejection } from './check-entry.ts';
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
    readonly entriesRejected?: readonly Rejection[];
  };
}

/** The installation that an `Authorization` header speaks for; `undefined` when its token is missing, forged or over. */
export type BearerReader = (header: string | undefined) => string | undefined;

interface ReadBearer {
  readonly installId: string;
  /** The end of the token, milliseconds since 1970. */
  readonly until: number;
}

const mostKept = 50_000;
/** Longer than any header with a token of ours: what is kept of a browser stays small, whatever it sends. */
const longestHeader = 300;

/** A browser sends the same token for hours: its HMAC is checked once, its end each time. */
export function bearerReader({ keys, clock }: Pick<Workings, 'keys' | 'clock'>): BearerReader {
  const kept = new Map<string, ReadBearer>();
  return (header = '') => {
    if (header.length > longestHeader || header.indexOf(' ', header.indexOf(' ') + 1) > 0) return undefined;
    const known = kept.get(header);
    if (known !== undefined && known.until > clock()) return known.installId;
    kept.delete(header);
    const [scheme = '', token = ''] = header.split(' ');
    const installId = scheme.toLowerCase() === 'bearer' ? keys.readBearer(token) : undefined;
    if (installId === undefined) return undefined;
    kept.set(header, { installId, until: Number(token.split('.')[1]) * 1_000 });
    const [oldest] = kept.size > mostKept ? kept.keys() : [];
    if (oldest !== undefined) kept.delete(oldest);
    return installId;
  };
}

/** What the routes of installations share. */
export interface DeviceGuards {
  readonly bearer: BearerReader;
  readonly limit: RateLimit;
  readonly states: InstallStates;
}

/** Lets a request pass that speaks for an installation which is neither revoked nor in a hurry. */
export function requireInstall(
  workings: Workings,
  { limit, states, bearer = bearerReader(workings) }: Omit<DeviceGuards, 'bearer'> & Partial<DeviceGuards>,
): MiddlewareHandler<DeviceEnv> {
  return async (c, next) => {
    const installId = bearer(c.req.header('authorization'));
    if (installId === undefined) return c.json({ reason: 'token-refused' }, 401);
    const wait = limit.take(installId, workings.clock());
    if (wait > 0) return c.json({ reason: 'too-many-requests' }, 429, { 'Retry-After': String(wait) });
    if (await states.isRevoked(installId)) return c.json({ reason: 'install-revoked' }, 401);
    c.set('installId', installId);
    return next();
  };
}
