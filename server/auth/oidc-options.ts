import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { EndpointProblem, errorCode } from '../problem.ts';
import { roles } from '../vocabulary.ts';
import type { Role } from '../vocabulary.ts';

/** The organisation's own sign-in: an OpenID provider. */
export interface OidcOptions {
  /** Without a slash at its end, unless the provider’s name has one. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What people of a group may do here. Whoever is in none of them does not come in. */
  readonly roles: Readonly<Record<string, readonly Role[]>>;
  readonly groupsClaim: string;
  /** `amr` or `acr` values of which a sign-in needs one. https://www.rfc-editor.org/rfc/rfc8176#section-2 */
  readonly mfa: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

const prefix = 'SLUICE_OIDC_';
const names = ['ISSUER', 'CLIENT_ID', 'CLIENT_SECRET_FILE', 'ROLES', 'GROUPS_CLAIM', 'MFA'] as const;
type Name = (typeof names)[number];
/** What is set in the environment, by its whole name. */
export const oidcVariables: readonly string[] = names.map((name) => prefix + name);

/** `phr` and `phrh` are proofs that cannot be phished. https://openid.net/specs/openid-connect-eap-acr-values-1_0-final.html */
const defaultMfa = ['mfa', 'hwk', 'otp', 'phr', 'phrh'];

const text = z.string().check(z.minLength(1), z.maxLength(200));
const Mapping = z.record(text, z.array(z.enum(roles)).check(z.minLength(1)));
const Values = z.array(text).check(z.minLength(1));

/** Reads `SLUICE_OIDC_…`; `undefined` when none of it is set. A mistake is one sentence and exit code 2. */
export function readOidcOptions(environment: Environment): OidcOptions | undefined {
  const given = (name: Name) => environment[prefix + name]?.trim() ?? '';
  if (names.every((name) => given(name) === '')) return undefined;
  const needed = (name: Name) => {
    if (given(name) === '') throw bad(name, 'is missing: the sign-in of the organisation needs it');
    return given(name);
  };
  const issuer = needed('ISSUER');
  if (!isProvider(issuer)) throw bad('ISSUER', 'needs an https address without a question mark or a hash');
  const mapping = readJson(Mapping, needed('ROLES'));
  if (mapping === undefined || Object.keys(mapping).length === 0)
    throw bad('ROLES', `needs JSON such as {"security":["analyst"]}, with the roles ${roles.join(', ')}`);
  const mfa = given('MFA') === '' ? defaultMfa : readJson(Values, given('MFA'));
  if (mfa === undefined) throw bad('MFA', 'needs a JSON list of amr or acr values, such as ["mfa"]');
  return {
    issuer,
    clientId: needed('CLIENT_ID'),
    clientSecret: readSecret(needed('CLIENT_SECRET_FILE')),
    roles: mapping,
    groupsClaim: given('GROUPS_CLAIM') || 'groups',
    mfa,
  };
}

/** True for https, and for http on this very machine, where nobody listens in. */
function isProvider(issuer: string): boolean {
  if (!URL.canParse(issuer)) return false;
  const url = new URL(issuer);
  if (url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || isLoopback(url);
}

/** True for http to this machine. */
export function isLoopback({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

function readSecret(path: string): string {
  let secret = '';
  try {
    secret = readFileSync(path, 'utf8').trim();
  } catch (error) {
    throw bad('CLIENT_SECRET_FILE', `names a file that cannot be read (${errorCode(error)})`);
  }
  if (secret === '') throw bad('CLIENT_SECRET_FILE', 'names an empty file');
  return secret;
}

function readJson<Schema extends z.ZodMiniType>(schema: Schema, given: string): z.output<Schema> | undefined {
  try {
    return schema.safeParse(JSON.parse(given)).data;
  } catch {
    return undefined; // not JSON
  }
}

function bad(name: Name, what: string): EndpointProblem {
  return new EndpointProblem(`${prefix}${name} ${what}.`, 2);
}
