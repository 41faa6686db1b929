import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import type { Shortcut } from '../listen.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { StoredPolicy } from '../store/policies.ts';
import type { Workings } from '../workings.ts';
import type { DeviceGuards } from './bearer.ts';
import { isKnown, policyHeaders } from './policy.ts';
import type { PolicyReader } from './policy.ts';

export interface PollParts extends DeviceGuards {
  readonly read: PolicyReader;
  /** Those that every answer of the device plane carries for this `Origin`. */
  readonly headersFor: (origin?: string) => Readonly<Record<string, string>>;
  readonly metrics?: Metrics | undefined;
}

const path = '/v1/policy';

/**
 * The poll that every browser sends all day, answered without a framework: `GET /v1/policy` of an installation in good standing that
 * holds the policy in force. All else goes on to the route, which asks the same questions again: every refusal, and whatever would have
 * to wait for the database.
 */
export function policyPoll({ clock }: Pick<Workings, 'clock'>, parts: PollParts): Shortcut {
  const { bearer, limit, states, read, metrics } = parts;
  const headersOf = keptHeaders(parts);
  const record = metrics?.recorder(path, 304);
  return (request, response) => {
    if (!isPoll(request)) return false;
    const start = record && performance.now();
    const { authorization, origin, 'if-none-match': tags } = request.headers;
    const installId = bearer(authorization);
    if (installId === undefined || states.isRevokedNow(installId) !== false) return false;
    const policy = read.now();
    if (policy === undefined || !isKnown(tags, policy.etag)) return false;
    // Last, because it takes a token from the bucket; with none left it takes none, and the route refuses.
    if (limit.take(installId, clock()) > 0) return false;
    response.writeHead(304, headersOf(policy, origin)).end();
    if (start !== undefined) record?.((performance.now() - start) / 1_000);
    return true;
  };
}

/** Nearly all polls get the same headers: those of the last one are kept. */
function keptHeaders({ headersFor }: Pick<PollParts, 'headersFor'>) {
  let kept:
    | { readonly policy: StoredPolicy; readonly origin: string | undefined; readonly headers: OutgoingHttpHeaders }
    | undefined;
  return (policy: StoredPolicy, origin: string | undefined) => {
    if (kept?.policy !== policy || kept.origin !== origin)
      kept = { policy, origin, headers: { ...headersFor(origin), ...policyHeaders(policy) } };
    return kept.headers;
  };
}

function isPoll({ method, url, headers }: IncomingMessage): boolean {
  return method === 'GET' && url === path && headers['if-none-match'] !== undefined;
}
