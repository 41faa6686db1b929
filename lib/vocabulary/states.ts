/** How well a tab, or the whole browser, is protected. Known by canary, never by assumption. */
export const protectionStates = ['enforced', 'page-only', 'degraded'] as const;
export type ProtectionState = (typeof protectionStates)[number];

/** Why a state is `degraded`, or why a request was held. A closed union: it is stored and sent. */
export const degradedReasons = [
  'gates-missing', // the MAIN-world gates did not answer
  'canary-leaked', // the synthetic secret passed a gate
  'ring3-missing', // the network gate did not see its canary
  'policy-missing', // no policy could be loaded
  'policy-refused', // the endpoint's policy failed its schema or signature
  'dictionary-missing', // a newer policy waits for a list that could not be fetched
  'policy-stale', // the policy in force is past its end
  'rule-broken', // a rule that the organisation wrote cannot run; the others do
  'storage-failed', // the local database cannot be written
  'engine-failed', // a detector threw
  'page-changed', // the page is not as it was known: see `driftKinds`
  'not-checked', // no canary ran yet
] as const;
export type DegradedReason = (typeof degradedReasons)[number];

/** Where the policy in force comes from. */
export const policySources = ['endpoint', 'managed', 'built-in'] as const;
export type PolicySource = (typeof policySources)[number];

/** The ring that made the decision an incident records. */
export const rings = ['composer', 'page', 'network'] as const;
export type Ring = (typeof rings)[number];

/** Why a policy from the endpoint was refused. */
export const policyRefusals = [
  'no-root-keys',
  'bad-envelope',
  'bad-signature',
  'unknown-key',
  'delegation-expired',
  'wrong-organisation',
  'rolled-back',
  'not-delegated', // the root key allowed its signer less
  'wrong-group',
  'from-the-future',
  'bad-schema',
  'dictionary-missing', // not refused for good: it is asked for again
  'dictionary-corrupt', // what came in the place of a list has another hash
] as const;
export type PolicyRefusal = (typeof policyRefusals)[number];

/** What was not as it is known of the page. A closed union: it is stored and sent, without an address or a word of anybody. */
export const driftKinds = [
  'composer-unknown', // a prompt was sent from a page without a composer that is known
  'composer-twice', // a send button that may belong to several composers
  'call-unknown', // what somebody had typed went into a call that is not known
] as const;
export type DriftKind = (typeof driftKinds)[number];

/** Whether the browser lets the extension run in private windows. What IT has set of such windows, an extension cannot see. */
export const privateWindowStates = ['allowed', 'not-allowed'] as const;
export type PrivateWindowState = (typeof privateWindowStates)[number];

/** What a browser says of the organisation's audit log: it grew, or what was seen before is no longer in it. */
export const auditWitnesses = ['intact', 'shrunk', 'forked'] as const;
export type AuditWitness = (typeof auditWitnesses)[number];
