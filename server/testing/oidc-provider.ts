import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What the provider says of its person, and what it does otherwise than it should. */
export interface ProviderMood {
  /** In place of, or beside, what a token says by itself; `undefined` leaves a claim out. */
  claims: Readonly<Record<string, unknown>>;
  alg: 'ES256' | 'RS256' | 'none';
  /** Signs with a key that is not among the published ones. */
  forges: boolean;
  /** Sends the browser back with this in place of what it brought. */
  state: string | undefined;
  /** Refuses to sign anybody in. */
  refuses: boolean;
  /** Wants the secret in the body, and not in the header. */
  takesPost: boolean;
}

interface Grant {
  readonly challenge: string;
  readonly redirectUri: string;
  readonly nonce: string;
  readonly asked: URLSearchParams;
}

export interface OidcProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly mood: ProviderMood;
  /** The parameters with which people were sent here, the last one last. */
  readonly asked: URLSearchParams[];
  close(): Promise<void>;
}

const algorithms = {
  ES256: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
  RS256: {
    name: 'RSASSA-PKCS1-v1_5',
    modulusLength: 2_048,
    publicExponent: new Uint8Array([1, 0, 1]),
    hash: 'SHA-256',
  },
} as const;

async function newKeys() {
  const usages = ['sign', 'verify'] as const;
  return {
    ES256: await crypto.subtle.generateKey(algorithms.ES256, true, usages),
    RS256: await crypto.subtle.generateKey(algorithms.RS256, true, usages),
  };
}
type Keys = Awaited<ReturnType<typeof newKeys>>;

/** An OpenID provider on this machine, with one person who is always there. Codes are good once, and PKCE is checked. */
export async function startOidcProvider(now: () => number = Date.now): Promise<OidcProvider> {
  const [keys, foreign] = [await newKeys(), await newKeys()];
  const [clientId, clientSecret] = ['sluice-console', randomUUID()];
  const mood: ProviderMood = {
    claims: {},
    alg: 'ES256',
    forges: false,
    state: undefined,
    refuses: false,
    takesPost: false,
  };
  const grants = new Map<string, Grant>();
  const asked: URLSearchParams[] = [];
  let issuer = '';

  function authorize(query: URLSearchParams, response: ServerResponse): void {
    asked.push(query);
    const back = new URL(query.get('redirect_uri') ?? '');
    back.searchParams.set('state', mood.state ?? query.get('state') ?? '');
    if (mood.refuses) back.searchParams.set('error', 'access_denied');
    else {
      const code = randomUUID();
      grants.set(code, {
        challenge: query.get('code_challenge_method') === 'S256' ? (query.get('code_challenge') ?? '') : '',
        redirectUri: query.get('redirect_uri') ?? '',
        nonce: query.get('nonce') ?? '',
        asked: query,
      });
      back.searchParams.set('code', code);
    }
    response.writeHead(302, { location: back.href }).end();
  }

  async function token(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = new URLSearchParams(await text(request));
    const code = form.get('code') ?? '';
    const grant = grants.get(code);
    grants.delete(code);
    const basic = Buffer.from((request.headers.authorization ?? '').slice('Basic '.length), 'base64').toString();
    const escaped = mood.takesPost ? `${form.get('client_id') ?? ''}:${form.get('client_secret') ?? ''}` : basic;
    const hash = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const fits =
      decodeURIComponent(escaped) === `${clientId}:${clientSecret}` &&
      grant !== undefined &&
      grant.challenge === hash &&
      grant.redirectUri === form.get('redirect_uri');
    if (!fits) {
      json(response, { error: 'invalid_grant' }, 400);
      return;
    }
    const seconds = Math.floor(now() / 1_000);
    const claims = {
      iss: issuer,
      sub: 'person-1',
      aud: clientId,
      nonce: grant.nonce,
      iat: seconds,
      exp: seconds + 300,
      auth_time: seconds,
      amr: ['pwd', 'mfa'],
      name: 'Ola Nordmann',
      groups: ['security'],
      ...mood.claims,
    };
    const idToken = await signToken(mood.forges ? foreign : keys, mood.alg, claims);
    json(response, { access_token: randomUUID(), token_type: 'Bearer', expires_in: 60, id_token: idToken });
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', issuer);
    response.setHeader('connection', 'close'); // a busy machine may find a kept connection closed
    if (url.pathname === '/authorize') authorize(url.searchParams, response);
    else if (url.pathname === '/token') await token(request, response);
    else if (url.pathname === '/jwks') json(response, { keys: await publicKeys(keys) });
    else json(response, description());
  }

  function description() {
    return {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      ...(mood.takesPost && { token_endpoint_auth_methods_supported: ['client_secret_post'] }),
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['ES256', 'RS256', 'none'],
      code_challenge_methods_supported: ['S256'],
    };
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    clientId,
    clientSecret,
    mood,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function json(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

async function publicKeys(keys: Keys) {
  const published = (alg: 'ES256' | 'RS256') =>
    crypto.subtle.exportKey('jwk', keys[alg].publicKey).then(({ kty, crv, x, y, n, e }) => ({
      ...{ kty, crv, x, y, n, e },
      alg,
      use: 'sig',
      kid: alg,
    }));
  return [await published('ES256'), await published('RS256')];
}

async function signToken(keys: Keys, alg: ProviderMood['alg'], claims: unknown): Promise<string> {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${encode({ alg, kid: alg })}.${encode(claims)}`;
  if (alg === 'none') return `${signed}.`;
  const signature = await crypto.subtle.sign(algorithms[alg], keys[alg].privateKey, Buffer.from(signed));
  return `${signed}.${Buffer.from(signature).toString('base64url')}`;
}
