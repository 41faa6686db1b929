import * as z from 'zod/mini';
import { Incident } from '../../lib/contract/incident.ts';
import { Policy, PolicyDocument } from '../../lib/contract/policy.ts';
import { actions, outcomes } from '../../lib/vocabulary/actions.ts';
import { categories, severities, surfaces } from '../../lib/vocabulary/content.ts';
import { AuditEntry } from '../audit/entry.ts';
import { proposalStates, roles, scopes, sessionBrowsers } from '../vocabulary.ts';

// What the console and its endpoint say to each other. Both sides read with these schemas.

export const token = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));
export const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(80), z.regex(/^[^\p{C}]+$/u));
const password = z.string().check(z.maxLength(200));
const code = z.string().check(z.regex(/^\d{6}$/));
/** Six digits, or a recovery code as it was written down. */
const proof = z.string().check(z.minLength(6), z.maxLength(40));
/** A UTC day, `YYYY-MM-DD`. Databases know no year 0. */
export const day = z.iso.date().check(z.refine((given) => !given.startsWith('0000')));
/** Of a four-byte column. */
const largestInteger = 2 ** 31 - 1;
export const pseudonym = z.string().check(z.regex(/^[0-9a-f]{20}$/));

export const SetupCheck = z.strictObject({ token });
export const SetupBegin = z.strictObject({ token, name, password });
export const SetupConfirm = z.strictObject({ token, code });
export const SignInRequest = z.strictObject({ name, password, code: proof });
export const ProofRequest = z.strictObject({ code: proof });

/** The secret for the authenticator app, as text and as the address in a QR code. */
export const SetupSecret = z.strictObject({ secret: z.string(), uri: z.string() });
export type SetupSecret = z.infer<typeof SetupSecret>;

export const SetupLinkReply = z.strictObject({
  kind: z.enum(['owner', 'invitation', 'reset']),
  /** The person who starts anew; else whoever comes chooses a name. */
  name: z.nullable(z.string()),
});
export type SetupLinkReply = z.infer<typeof SetupLinkReply>;

/** Whether there is a sign-in of the organisation's own. */
export const OidcReply = z.strictObject({ isOn: z.boolean() });
export type OidcReply = z.infer<typeof OidcReply>;

const givenRoles = z.array(z.enum(roles)).check(z.maxLength(roles.length));

/** `fresh`: who it is was proved within minutes. */
export const SignedIn = z.strictObject({
  name: z.string(),
  roles: givenRoles,
  fresh: z.boolean(),
  /** Comes by the organisation's own sign-in, and proves there who they are. */
  oidc: z.optional(z.literal(true)),
});
export type SignedIn = z.infer<typeof SignedIn>;

export const RecoveryCodes = z.strictObject({ recoveryCodes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;

export const Entered = z.strictObject({ ...SignedIn.shape, ...RecoveryCodes.shape });
export type Entered = z.infer<typeof Entered>;

export const SessionList = z.strictObject({
  sessions: z.array(
    z.strictObject({
      id: z.uuidv4(),
      browser: z.enum(sessionBrowsers),
      createdAt: z.iso.datetime(),
      seenAt: z.iso.datetime(),
      current: z.boolean(),
    }),
  ),
});
export type SessionList = z.infer<typeof SessionList>;

export const RolesRequest = z.strictObject({
  roles: z.array(z.enum(roles)).check(
    z.minLength(1),
    z.maxLength(roles.length),
    z.refine((given) => new Set(given).size === given.length),
  ),
});

export const PeopleList = z.strictObject({
  people: z.array(
    z.strictObject({
      id: z.uuidv4(),
      name: z.string(),
      roles: givenRoles,
      active: z.boolean(),
      you: z.boolean(),
    }),
  ),
});
export type PeopleList = z.infer<typeof PeopleList>;

/** The token stands behind the hash of the set-up page's address. */
export const InviteReply = z.strictObject({ token, expiresAt: z.iso.datetime() });
export type InviteReply = z.infer<typeof InviteReply>;

export const ApiKeyRequest = z.strictObject({
  title: name,
  scopes: z.array(z.enum(scopes)).check(z.minLength(1), z.maxLength(scopes.length)),
  days: z.int().check(z.gte(1), z.lte(730)),
});
export const ApiKeyReply = z.strictObject({ id: z.uuidv4(), key: token });
export type ApiKeyReply = z.infer<typeof ApiKeyReply>;

export const ApiKeyList = z.strictObject({
  keys: z.array(
    z.strictObject({
      id: z.uuidv4(),
      title: z.string(),
      scopes: z.array(z.enum(scopes)),
      createdBy: z.string(),
      expiresAt: z.iso.datetime(),
      revoked: z.boolean(),
    }),
  ),
});
export type ApiKeyList = z.infer<typeof ApiKeyList>;

export const AuditQuery = z.strictObject({
  before: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(largestInteger))),
});
export const AuditPage = z.strictObject({
  entries: z.array(AuditEntry),
  /** `before` of the next page. */
  next: z.nullable(z.int()),
  size: z.int(),
  head: z.string(),
  /** Entries that the last checkpoint stands for. */
  signedSize: z.int(),
});
export type AuditPage = z.infer<typeof AuditPage>;

export const PolicyHistory = z.strictObject({
  policies: z.array(
    z.strictObject({
      /** `epoch.seq` */
      number: z.string(),
      author: z.string(),
      approver: z.string(),
      issuedAt: z.iso.datetime(),
      mode: Policy.shape.mode,
    }),
  ),
});
export type PolicyHistory = z.infer<typeof PolicyHistory>;

export const ProposalRequest = z.strictObject({ policy: z.unknown() });
export const ProposalMade = z.strictObject({ id: z.uuidv4() });
export const ProposalList = z.strictObject({
  proposals: z.array(
    z.strictObject({
      id: z.uuidv4(),
      at: z.iso.datetime(),
      author: z.string(),
      yours: z.boolean(),
      state: z.enum(proposalStates),
      decidedBy: z.nullable(z.string()),
      /** `epoch.seq`, once published. */
      published: z.nullable(z.string()),
      /** Null where it was written for another version, or the list is too long to hold it. */
      policy: z.nullable(Policy),
    }),
  ),
});
export type ProposalList = z.infer<typeof ProposalList>;

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

/** `enrolled` is a multiple of five, and null below: a finer number would speak of single people. */
export const Overview = z.strictObject({ enrolled: z.nullable(z.int()), orgId: z.string() });
export type Overview = z.infer<typeof Overview>;

export const Done = z.strictObject({ done: z.literal(true) });
