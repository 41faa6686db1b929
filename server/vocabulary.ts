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
export const scopes = ['incidents', 'audit', 'devices', 'dictionaries'] as const;
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

/** `pending` waits for a person's approval. A revoked one never comes back: the browser enrols anew with another token. */
export const installStates = ['pending', 'approved', 'revoked'] as const;
export type InstallState = (typeof installStates)[number];

/** Why something was not delivered to a sink. */
export const sinkProblems = [
  'host-unknown',
  'address-refused',
  'not-encrypted',
  'unreachable',
  'connection-lost',
  'timed-out',
  'certificate-refused',
  'tls-failed',
  'redirected',
  'unauthorised',
  'not-found',
  'overloaded',
  'server-failed',
  'answer-unreadable',
  'not-acknowledged',
  'refused',
  'records-refused',
  'settings-unreadable',
  'secret-unreadable',
  'sink-failed',
] as const;
export type SinkProblemName = (typeof sinkProblems)[number];

/** What a group of the fleet raises an alert for. A closed union: it is sent. */
export const fleetAlertKinds = [
  'silent-group',
  'degraded',
  'drift',
  'ring-disagreement',
  'stale-policy',
  'audit',
] as const;
export type FleetAlertKind = (typeof fleetAlertKinds)[number];

/** Everything that raises an alert. A closed union: it is stored and sent. */
export const alertKinds = [
  ...fleetAlertKinds,
  'many-overrides',
  'network-stops',
  'policy-gone',
  'delegation-ending',
  'sink-failing',
  'dead-letters',
  'clock-behind',
  'backup-old',
] as const;
export type AlertKind = (typeof alertKinds)[number];

/** From weak to strong. */
export const alertLevels = ['warning', 'alarm'] as const;
export type AlertLevel = (typeof alertLevels)[number];

/** What people are told of an alert. A closed union: it is stored and sent. */
export const alertEvents = ['opened', 'raised', 'still', 'closed'] as const;
export type AlertEvent = (typeof alertEvents)[number];

/** Ways by which alerts reach people. Stored: never renamed. */
export const alertChannelNames = ['mail', 'webhook'] as const;
export type AlertChannelName = (typeof alertChannelNames)[number];

/** What counts show in place of an action that a person was asked about and overrode. A closed union: it is stored. */
export const overriddenActions = { warn: 'warn-overridden', justify: 'justify-overridden' } as const;

/** How long an installation has been silent on a day. */
export const presences = ['heard', 'quiet', 'silent-3', 'silent-7'] as const;
export type Presence = (typeof presences)[number];

/** What is counted of the installations that were heard on the day; each is of one kind. */
export const facts = ['state', 'version', 'policy', 'rings', 'audit', 'dropped', 'privateWindows'] as const;
export type Fact = (typeof facts)[number];

/** What is counted of them by words, of which any number may hold for one. */
export const wordFacts = ['drift', 'reasons', 'openGates'] as const;
export type WordFact = (typeof wordFacts)[number];

/** Where a value of a day stands in the cube. A line is an action with a rule. A closed union: it is stored. */
export const levels = ['total', 'action', 'line', 'group', 'cell'] as const;
export type Level = (typeof levels)[number];

/** What becomes of a policy that was proposed. */
export const proposalStates = ['open', 'published', 'rejected', 'withdrawn'] as const;
export type ProposalState = (typeof proposalStates)[number];

/** What has become of a message to a pseudonym, as it is shown. Not stored: it follows from the row and the day. */
export const messageStates = ['sent', 'delivered', 'answered', 'named', 'ended', 'withdrawn'] as const;
export type MessageState = (typeof messageStates)[number];

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
  'enrolment-token-made',
  'enrolment-token-revoked',
  'installs-revoked',
  'install-approved',
  'install-revoked',
  'devices-imported',
  'sink-added',
  'sink-changed',
  'sink-removed',
  'sink-tested',
  'sink-replayed',
  'sink-retried',
  'alert-acknowledged',
  'alert-destination-added',
  'alert-destination-changed',
  'alert-destination-removed',
  'alert-destination-tested',
  'alert-destination-retried',
  'incidents-read',
  'incidents-looked-up',
  'incidents-erased',
  'messages-read',
  'message-sent',
  'message-withdrawn',
  'audit-read',
  'audit-exported',
  'audit-cut-noticed',
  'database-restored',
  'enrolments-refused',
  'policy-proposed',
  'policy-withdrawn',
  'policy-rejected',
  'policy-published',
  'policy-renewed',
  'dictionary-uploaded',
  'dictionary-removed',
  'policy-imported',
  'signing-key-made',
  'delegation-installed',
  'root-keys-changed',
] as const;
export type AuditAction = (typeof auditActions)[number];
