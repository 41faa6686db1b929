import * as z from 'zod/mini';
import { Incident } from '../../lib/contract/incident.ts';
import { PolicyDocument } from '../../lib/contract/policy.ts';
import { actions, outcomes } from '../../lib/vocabulary/actions.ts';
import { categories, severities, surfaces } from '../../lib/vocabulary/content.ts';

// What the console and its endpoint say to each other. Both sides read with these schemas.

const token = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(80), z.regex(/^[^\p{C}]+$/u));
const password = z.string().check(z.maxLength(200));
const code = z.string().check(z.regex(/^\d{6}$/));
const day = z.iso.date();
const pseudonym = z.string().check(z.regex(/^[0-9a-f]{20}$/));

export const SetupCheck = z.strictObject({ token });
export const SetupBegin = z.strictObject({ token, name, password });
export const SetupConfirm = z.strictObject({ token, code });
export const SignInRequest = z.strictObject({ name, password, code });

/** The secret for the authenticator app, as text and as the address in a QR code. */
export const SetupSecret = z.strictObject({ secret: z.string(), uri: z.string() });
export type SetupSecret = z.infer<typeof SetupSecret>;

export const SignedIn = z.strictObject({ name: z.string(), role: z.literal('owner') });
export type SignedIn = z.infer<typeof SignedIn>;

/** The filters of the list, as they stand in the address. `after` is the `next` of the page before. */
export const IncidentQuery = z.strictObject({
  action: z.optional(z.enum(actions)),
  outcome: z.optional(z.enum(outcomes)),
  category: z.optional(z.enum(categories)),
  severity: z.optional(z.enum(severities)),
  surface: z.optional(z.enum(surfaces)),
  pseudonym: z.optional(pseudonym),
  from: z.optional(day),
  to: z.optional(day),
  after: z.optional(z.string().check(z.maxLength(80))),
});
export type IncidentQuery = z.infer<typeof IncidentQuery>;

const ListedIncident = z.strictObject({ incident: Incident, pseudonym, severity: z.nullable(z.enum(severities)) });
export type ListedIncident = z.infer<typeof ListedIncident>;

/** One page of rows, newest first, and never how many there are. */
export const IncidentPage = z.strictObject({ rows: z.array(ListedIncident), next: z.nullable(z.string()) });
export type IncidentPage = z.infer<typeof IncidentPage>;

export const PolicyInForce = z.strictObject({
  document: PolicyDocument,
  /** Past its end: it stays in force. */
  stale: z.boolean(),
  keyid: z.string(),
  /** The root key that stands behind the signing key. */
  rootKeyid: z.string(),
});
export type PolicyInForce = z.infer<typeof PolicyInForce>;

/** `enrolled` is null below five browsers: a number that small would speak of single people. */
export const Overview = z.strictObject({ enrolled: z.nullable(z.int()), orgId: z.string() });
export type Overview = z.infer<typeof Overview>;

export const Done = z.strictObject({ done: z.literal(true) });

/** Why a request was refused. A closed union: the console has a sentence for each. */
export const consoleReasons = [
  'bad-request',
  'code-refused',
  'cross-site',
  'database-away',
  'internal',
  'link-used',
  'not-found',
  'password-too-easy',
  'password-too-short',
  'sign-in-needed',
  'sign-in-refused',
  'too-large',
  'too-many-requests',
  'unreadable-envelope',
  'unknown-encoding',
] as const;
export type ConsoleReason = (typeof consoleReasons)[number];
export const Refused = z.strictObject({ reason: z.enum(consoleReasons) });
