// The closed sets of the endpoint: stored, and shared with the console. Nothing is imported here.

/** What people of the console may be, each any number of them. A closed union: it is stored. */
export const roles = [
  'owner',
  'policy-author',
  'policy-approver',
  'analyst',
  'auditor',
  'it-operations',
  'privacy-officer',
] as const;
export type Role = (typeof roles)[number];

/** What a program may do with its key. A closed union: it is stored. */
export const scopes = ['incidents', 'audit', 'devices'] as const;
export type Scope = (typeof scopes)[number];

/** Families that the list of sessions tells apart; no version and no address is kept. */
export const sessionBrowsers = ['chromium', 'edge', 'firefox', 'safari', 'other'] as const;
export type SessionBrowser = (typeof sessionBrowsers)[number];

/** What a passkey is asked to sign for. A closed union: it is stored. */
export const challengePurposes = ['sign-in', 'add-passkey', 'proof'] as const;
export type ChallengePurpose = (typeof challengePurposes)[number];

/** Ways to a passkey that browsers name. A closed union: it is stored. */
export const passkeyTransports = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;
export type PasskeyTransport = (typeof passkeyTransports)[number];

/** What becomes of a policy that was proposed. */
export const proposalStates = ['open', 'published', 'rejected', 'withdrawn'] as const;
export type ProposalState = (typeof proposalStates)[number];

/** What people of the console, and the endpoint itself, do. A closed union: it is stored. */
export const auditActions = [
  'owner-created',
  'signed-in',
  'signed-in-by-recovery',
  'signed-in-by-passkey',
  'signed-in-by-oidc',
  'oidc-refused',
  'sign-in-refused',
  'signed-out',
  'session-ended',
  'proved-again',
  'proof-refused',
  'recovery-codes-made',
  'passkey-added',
  'passkey-removed',
  'passkey-counter-back',
  'person-invited',
  'person-joined',
  'oidc-person-added',
  'person-reset',
  'person-reset-started',
  'person-shut-out',
  'roles-changed',
  'api-key-made',
  'api-key-revoked',
  'incidents-read',
  'audit-read',
  'audit-exported',
  'policy-proposed',
  'policy-withdrawn',
  'policy-rejected',
  'policy-published',
  'policy-renewed',
] as const;
export type AuditAction = (typeof auditActions)[number];
