import * as z from 'zod/mini';

const base64url = (length: number) => z.string().check(z.regex(new RegExp(`^[A-Za-z0-9_-]{${length}}$`)));

/** A public ECDSA P-256 key as JWK; the private half never leaves the browser and cannot be exported. */
export const PublicKey = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: base64url(43),
  y: base64url(43),
});
export type PublicKey = z.infer<typeof PublicKey>;

/** `POST /v1/enrol`. The token can enrol and nothing else. */
export const EnrolRequest = z.strictObject({
  token: z.string().check(z.minLength(16), z.maxLength(128)),
  publicKey: PublicKey,
  group: z.optional(z.string().check(z.regex(/^[a-z0-9-]{1,64}$/))),
});
export type EnrolRequest = z.infer<typeof EnrolRequest>;

/**
 * Says `pending` or `approved` in the answers of enrol, token, heartbeat and incidents. It is a header, because browsers of earlier
 * versions refuse an answer with a field that they do not know. Never in the answer to a poll, which any cache may give.
 */
export const installStateHeader = 'sluice-install-state';

/** 401 with `token-refused` for a token that is unknown, expired, used up or revoked: the answer does not say which. */
export const EnrolReply = z.strictObject({ installId: z.uuidv4(), orgId: z.string().check(z.maxLength(64)) });
export type EnrolReply = z.infer<typeof EnrolReply>;

/**
 * `POST /v1/token`. `signature` is ECDSA P-256 with SHA-256 (IEEE P1363, base64url) over the UTF-8 text
 * `sluice-token\n<installId>\n<issuedAt>\n<nonce>`; `issuedAt` may be five minutes off, a nonce is good once. 401 says
 * `install-refused` for an unknown installation, which may enrol again, and `install-revoked` for one that must not by itself.
 */
export const TokenRequest = z.strictObject({
  installId: z.uuidv4(),
  issuedAt: z.iso.datetime(),
  nonce: base64url(22),
  signature: base64url(86),
});
export type TokenRequest = z.infer<typeof TokenRequest>;

/** The text that `TokenRequest.signature` signs. */
export function tokenProof({ installId, issuedAt, nonce }: Omit<TokenRequest, 'signature'>): string {
  return ['sluice-token', installId, issuedAt, nonce].join('\n');
}

export const TokenReply = z.strictObject({
  token: z.string().check(z.maxLength(512)),
  /** Seconds from now. */
  expiresIn: z.int().check(z.gte(1)),
});
export type TokenReply = z.infer<typeof TokenReply>;

const JoinFields = z.strictObject({
  url: z.string().check(z.maxLength(300)),
  orgId: z.string().check(z.regex(/^[a-z0-9-]{1,64}$/)),
  token: z.string().check(z.minLength(16), z.maxLength(128)),
  /** Space-separated `kid:base64url` of the Ed25519 root keys. */
  rootKeys: z.string().check(z.minLength(1), z.maxLength(1_000)),
});
export type JoinFields = z.infer<typeof JoinFields>;

const prefix = 'sluice1.';

/** Address, token and root keys in one string that a person can paste. */
export function writeJoinCode(fields: JoinFields): string {
  const bytes = new TextEncoder().encode(JSON.stringify(fields));
  const base64 = btoa(String.fromCharCode(...bytes));
  return prefix + base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The parts of a join code; `undefined` when it is not one, or its address is neither https nor this machine. */
export function readJoinCode(code: string): JoinFields | undefined {
  const trimmed = code.trim();
  if (!trimmed.startsWith(prefix)) return undefined;
  try {
    const binary = atob(trimmed.slice(prefix.length).replaceAll('-', '+').replaceAll('_', '/'));
    const text = new TextDecoder().decode(Uint8Array.from(binary, (unit) => unit.charCodeAt(0)));
    const parsed = JoinFields.safeParse(JSON.parse(text));
    return parsed.success && isEndpointUrl(parsed.data.url) ? parsed.data : undefined;
  } catch {
    return undefined; // not base64url, or not JSON
  }
}

/** True for `https:` and, for a trial on one machine, for `http:` on a loopback name. */
export function isEndpointUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));
}
