import {
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  None,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  clockSkew,
  discovery,
  enableNonRepudiationChecks,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import * as z from 'zod/mini';
import { errorCode } from '../problem.ts';
import type { Workings } from '../workings.ts';
import { isLoopback } from './oidc-options.ts';
import type { OidcOptions } from './oidc-options.ts';

/** Seconds in which a sign-in at the provider has to come back. */
export const roundSeconds = 10 * 60;
const timeoutSeconds = 10;
/** How far the clocks of provider and endpoint may differ, as in the library. */
const toleranceMilliseconds = 30_000;

/** What the browser keeps, sealed, while its person is at the provider. */
const Round = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** Milliseconds since 1970. */
  startedAt: z.number(),
  /** The session that wants a fresh proof; else somebody signs in. */
  proof: z.optional(z.strictObject({ sessionId: z.uuidv4(), personId: z.uuidv4() })),
});
export type Round = z.infer<typeof Round>;
const roundLabel = 'oidc-round';

export interface BegunRound {
  readonly location: string;
  readonly sealed: string;
}

export interface Client {
  readonly options: OidcOptions;
  /** Where the provider sends people back to. */
  readonly redirectUri: string;
}

/** Where to send the browser, and what it has to bring back; `undefined` when the provider cannot be reached. */
export async function beginRound(
  workings: Workings,
  client: Client,
  proof: Round['proof'],
): Promise<BegunRound | undefined> {
  const configuration = await discover(workings, client.options);
  if (configuration === undefined) return undefined;
  const round: Round = {
    state: randomState(),
    nonce: randomNonce(),
    verifier: randomPKCECodeVerifier(),
    startedAt: workings.clock(),
    ...(proof && { proof }),
  };
  const location = buildAuthorizationUrl(configuration, {
    redirect_uri: client.redirectUri,
    scope: 'openid profile email',
    state: round.state,
    nonce: round.nonce,
    code_challenge: await calculatePKCECodeChallenge(round.verifier),
    code_challenge_method: 'S256',
    ...(proof && { max_age: '0', prompt: 'login' }),
  });
  return { location: location.href, sealed: workings.keys.seal(JSON.stringify(round), roundLabel) };
}

/** The round that this browser began; `undefined` when it began none, or too long ago. */
export function openRound({ keys, clock }: Workings, sealed: string): Round | undefined {
  const opened = keys.unseal(sealed, roundLabel);
  const round = opened === undefined ? undefined : Round.safeParse(JSON.parse(opened)).data;
  return round !== undefined && clock() - round.startedAt < roundSeconds * 1_000 ? round : undefined;
}

const text = z.string().check(z.minLength(1), z.maxLength(255));
const Claims = z.object({
  iss: text,
  sub: text,
  auth_time: z.optional(z.number()),
  amr: z.optional(z.array(z.string())),
  acr: z.optional(z.string()),
  name: z.optional(z.string()),
  preferred_username: z.optional(z.string()),
  email: z.optional(z.string()),
});
export type Claims = z.infer<typeof Claims>;

export type Ended =
  | { readonly ok: true; readonly claims: Claims; readonly groups: readonly string[] }
  | { readonly ok: false; readonly reason: 'provider-away' | 'token-refused' };

/** Takes the provider's answer: the code for a signed token, and what the token says about its person. */
export async function endRound(
  workings: Workings,
  { options, redirectUri }: Client,
  { round, search }: { readonly round: Round; readonly search: string },
): Promise<Ended> {
  const configuration = await discover(workings, options);
  if (configuration === undefined) return { ok: false, reason: 'provider-away' };
  enableNonRepudiationChecks(configuration); // the signature too, and not TLS alone
  let claims: unknown;
  try {
    const tokens = await authorizationCodeGrant(configuration, new URL(search, redirectUri), {
      expectedState: round.state,
      expectedNonce: round.nonce,
      pkceCodeVerifier: round.verifier,
      ...(round.proof && { maxAge: roundSeconds }),
    });
    claims = tokens.claims();
  } catch (error) {
    // Codes of the library and of the provider; a message could hold what was sent.
    workings.log('oidc-refused', { code: errorCode(error), error: providerError(error) });
    return { ok: false, reason: 'token-refused' };
  }
  const read = Claims.safeParse(claims);
  if (!read.success || !isNew(round, read.data)) return { ok: false, reason: 'token-refused' };
  return { ok: true, claims: read.data, groups: groupsOf(options, claims) };
}

/** What the provider calls its refusal, e.g. `invalid_client`; empty when it gave none. */
function providerError(error: unknown): string {
  const { error: name = '' } = ProviderError.safeParse(error).data ?? {};
  return /^[a-z_]{1,40}$/.test(name) ? name : '';
}
const ProviderError = z.object({ error: z.string() });

/** For a proof, the person must have been asked after it was wanted, whatever the provider made of `max_age`. */
function isNew({ proof, startedAt }: Round, { auth_time: at = 0 }: Claims): boolean {
  return proof === undefined || at * 1_000 >= startedAt - toleranceMilliseconds;
}

/** True when the provider says that it asked for more than a password. */
export function hasSecondFactor({ mfa }: OidcOptions, { amr = [], acr = '' }: Claims): boolean {
  return [...amr, acr].some((value) => mfa.includes(value));
}

const Groups = z.union([z.array(z.string()), z.string()]);

/** The groups that the token names, in a list or alone. */
function groupsOf({ groupsClaim }: OidcOptions, claims: unknown): readonly string[] {
  const own = new Map(Object.entries(claims ?? {}));
  const groups = Groups.safeParse(own.get(groupsClaim)).data ?? [];
  return typeof groups === 'string' ? [groups] : groups;
}

/** The provider's own description, read anew each time: keys and addresses may change at any moment. */
async function discover({ clock, log }: Workings, options: OidcOptions): Promise<Configuration | undefined> {
  const issuer = new URL(options.issuer);
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so to make it stand out; for this very machine alone
  const insecure: readonly ((config: Configuration) => void)[] = isLoopback(issuer) ? [allowInsecureRequests] : [];
  try {
    const found = await discovery(issuer, options.clientId, undefined, None(), {
      execute: [...insecure],
      timeout: timeoutSeconds,
    });
    const server = found.serverMetadata();
    const ways = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    // Providers do not agree on how to escape a secret in the header, so it goes into the body where that is allowed.
    const way = ways.includes('client_secret_post') ? ClientSecretPost : ClientSecretBasic;
    const metadata = {
      client_secret: options.clientSecret,
      [clockSkew]: Math.round((clock() - Date.now()) / 1_000), // the library reads the machine's clock
    };
    const configuration = new Configuration(server, options.clientId, metadata, way(options.clientSecret));
    configuration.timeout = timeoutSeconds;
    for (const allow of insecure) allow(configuration);
    return configuration;
  } catch (error) {
    log('oidc-away', { code: errorCode(error) });
    return undefined;
  }
}
