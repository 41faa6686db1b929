import type { Action, Justification, Outcome } from '../../lib/vocabulary/actions.ts';
import type { Category, Surface } from '../../lib/vocabulary/content.ts';
import type { MessageAnswer, MessageTemplate } from '../../lib/vocabulary/messages.ts';
import type { Ring } from '../../lib/vocabulary/states.ts';
import type {
  AlertChannelName,
  AuditAction,
  InstallState,
  MessageState,
  Presence,
  ProposalState,
  Role,
  Scope,
  SessionBrowser,
  SinkProblemName,
} from '../vocabulary.ts';
import type { SigningKeys } from '../console-api/keys-contract.ts';
import type { Failure } from './api.ts';

// The closed sets, said to a security team. Words that do not depend on the reader come from `components/words.ts`.

export const actionTitles: Record<Action, string> = {
  allow: 'Allow',
  log: 'Record only',
  warn: 'Ask',
  justify: 'Ask for a reason',
  redact: 'Replace',
  block: 'Block',
};

export const outcomeTitles: Record<Outcome, string> = {
  'sent-clean': 'Sent, nobody was asked',
  replaced: 'Replaced, then sent',
  edited: 'Went back to edit',
  'sent-anyway': 'Sent anyway',
  justified: 'Sent with a reason',
  blocked: 'Stopped',
  refused: 'Held back',
  observed: 'Seen, not stopped',
  unchecked: 'Passed unchecked',
  abandoned: 'Closed undecided',
};

/** Whether what was found stayed inside. */
export const outcomeTones: Record<Outcome, 'good' | 'bad' | 'plain'> = {
  'sent-clean': 'plain',
  replaced: 'good',
  edited: 'good',
  'sent-anyway': 'bad',
  justified: 'bad',
  blocked: 'good',
  refused: 'good',
  observed: 'bad',
  unchecked: 'bad',
  abandoned: 'plain',
};

export const categoryTitles: Record<Category, string> = {
  credential: 'Credentials',
  financial: 'Payments',
  identity: 'Identity numbers',
  contact: 'Contact details',
  health: 'Health',
  person: 'Names',
  organisation: 'Organisation words',
};

export const surfaceTitles: Record<Surface, string> = {
  composer: 'Message',
  edit: 'Changed message',
  regenerate: 'Asking again',
  steer: 'Follow-up',
  file: 'File',
  settings: 'Settings',
  navigation: 'Address',
  request: 'Other call of the page',
};

export const ringTitles: Record<Ring, string> = {
  composer: 'While it was written',
  page: 'When the page was about to send it',
  network: 'On its way out of the browser',
};

export const justificationTitles: Record<Justification, string> = {
  'test-data': 'Test data, not real',
  'already-public': 'Already public',
  'needed-for-task': 'The task needs the real value',
  'not-sensitive': 'Not sensitive: Sluice is wrong here',
};

export const failureTitles: Record<Failure, string> = {
  'bad-request': 'That could not be understood. Reload the page and try again.',
  'bad-secret': 'That secret cannot be one for this kind.',
  'bad-settings': 'These settings do not fit. Look at the address, the networks and the certificate.',
  'code-refused':
    'That code is not right. Wait for the next one, and check that the clocks of this computer and your phone agree.',
  'cross-site': 'The console must be opened at its own address. Check the address bar and reload.',
  'csv-refused': 'The list of devices cannot be read.',
  'comes-by-oidc': 'This person signs in through the organisation. Passwords, codes and passkeys are kept there.',
  'database-away': 'The database cannot be reached at the moment. Try again in a few seconds.',
  'delegation-needed':
    'Nothing can be signed: the endpoint needs a delegation of its signing key. Install one under Keys.',
  'delegation-refused': 'This delegation was not taken.',
  'decided-before': 'Somebody has decided about this proposal already.',
  'dictionaries-full': 'There is no room for another list of terms. Remove one that no policy needs.',
  'dictionary-in-use': 'A policy or a proposal needs this list, so it stays.',
  'dictionary-refused': 'This is no file that “sluice dictionary” wrote.',
  'dictionary-unknown': 'The policy names a list of terms that is not stored here. Upload it, then try again.',
  'enough-messages': 'This pseudonym has had three messages today. Wait until tomorrow.',
  internal: 'Something went wrong at the endpoint. Its log says more.',
  'key-destroyed':
    'The key of this pseudonym was destroyed with its period, so no browser can be found for it any more. A message would never arrive.',
  'last-owner': 'There must be an owner. Make somebody else an owner first.',
  'link-used': 'This link was used already, is over, or is not complete.',
  'message-over': 'This message was answered or withdrawn, or is past its last day.',
  'name-taken': 'Somebody has this name already. Choose another, for example with your department.',
  'nobody-there': 'No stored incident has this pseudonym and this finding, so nobody can be written to.',
  'not-found': 'There is nothing here.',
  'policy-missing':
    'There is no policy in force. Browsers keep the one that they have; propose one, or restore a backup.',
  'policy-unreadable':
    'This version of Sluice cannot read the policy in force. Browsers get it unchanged; publish another to go on.',
  'own-proposal': 'Publishing takes two people: somebody else has to approve what you proposed.',
  'no-passkey': 'You have no passkey yet. Use a code now, and add one in your account.',
  'passkey-known': 'This passkey was added already.',
  'passkey-not-given': 'The browser gave no passkey. Try again, or use your password and a code.',
  'passkey-refused': 'That passkey was not accepted. Try again, or use your password and a code.',
  'passkeys-need-a-name':
    'Passkeys work where the console is opened under its own name. Here it is opened under another address, or a bare number.',
  'password-too-easy':
    'That password is among the first that are guessed. A few words that do not belong together are better.',
  'password-too-short': 'The password needs at least 12 characters.',
  'policy-refused': 'Browsers could not run this policy.',
  'proof-needed': 'Please prove once more that it is you.',
  'roots-not-offline': 'The root key of this endpoint lies in its own folder, so there is nothing to delegate.',
  'role-refused': 'Your roles do not include this. An owner can change them.',
  'secret-needed': 'This kind needs a secret, and a new one when it leads elsewhere.',
  'sign-in-needed': 'Your session is over. Please sign in again.',
  'sign-in-refused':
    'Name, password and code do not fit together. A code is good once, and after five wrong tries the account rests for up to 15 minutes.',
  'too-large': 'That was too much at once.',
  'too-many-requests': 'Too many tries at once. Wait a moment and try again.',
  'unreadable-file': 'This file holds no JSON. Choose the one that the command made.',
  'unreadable-envelope': 'That could not be understood. Reload the page and try again.',
  'unknown-encoding': 'That could not be understood. Reload the page and try again.',
  unreachable: 'The endpoint cannot be reached. Check that it is running, then try again.',
};

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

/** A rounded time of an incident, in UTC for every reader. */
export function sayMoment(iso: string): string {
  return `${moment.format(new Date(iso))} UTC`;
}

export const roleTitles: Record<Role, string> = {
  owner: 'Owner',
  'policy-author': 'Policy author',
  'policy-approver': 'Policy approver',
  analyst: 'Analyst',
  auditor: 'Auditor',
  'it-operations': 'IT operations',
  'privacy-officer': 'Privacy officer',
};

export const roleHints: Record<Role, string> = {
  owner: 'Everything here, people and keys included',
  'policy-author': 'Proposes policies',
  'policy-approver': 'Publishes what somebody else proposed',
  analyst: 'Reads incidents and writes to pseudonyms',
  auditor: 'Reads and exports the audit log, sees people and keys',
  'it-operations': 'Enrols browsers and watches the fleet',
  'privacy-officer': 'Reads incidents and proposals, writes to pseudonyms, answers requests of people',
};

export const scopeTitles: Record<Scope, string> = {
  incidents: 'Read incidents',
  audit: 'Read the audit log',
  devices: 'Report expected devices',
  dictionaries: 'Upload lists of terms',
};

export const sessionBrowserTitles: Record<SessionBrowser, string> = {
  chromium: 'Chrome or Chromium',
  edge: 'Edge',
  firefox: 'Firefox',
  safari: 'Safari',
  other: 'Another browser',
};

export const proposalTitles: Record<ProposalState, string> = {
  open: 'Waits for approval',
  published: 'Published',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
};

export const auditTitles: Record<AuditAction, string> = {
  'owner-created': 'Became the first owner',
  'signed-in': 'Signed in',
  'signed-in-by-recovery': 'Signed in with a recovery code',
  'signed-in-by-passkey': 'Signed in with a passkey',
  'signed-in-by-oidc': 'Signed in through the organisation',
  'oidc-refused': 'Was refused after the organisation’s sign-in',
  'sign-in-refused': 'Was refused at the sign-in',
  'signed-out': 'Signed out',
  'session-ended': 'Ended a session',
  'proved-again': 'Proved who they are',
  'proof-refused': 'Could not prove who they are',
  'recovery-codes-made': 'Made new recovery codes',
  'passkey-added': 'Added a passkey',
  'passkey-removed': 'Removed a passkey',
  'passkey-counter-back': 'Used a passkey that may have been copied',
  'person-invited': 'Invited somebody',
  'person-joined': 'Joined by invitation',
  'oidc-person-added': 'Came through the organisation for the first time',
  'person-reset': 'Started anew with a link',
  'person-reset-started': 'Let somebody start anew',
  'person-shut-out': 'Shut somebody out',
  'roles-changed': 'Changed somebody’s roles',
  'api-key-made': 'Made an API key',
  'api-key-revoked': 'Revoked an API key',
  'enrolment-token-made': 'Made an enrolment token',
  'enrolment-token-revoked': 'Revoked an enrolment token',
  'installs-revoked': 'Revoked all browsers of a token',
  'install-approved': 'Approved a browser',
  'install-revoked': 'Revoked a browser',
  'devices-imported': 'Imported expected devices',
  'sink-added': 'Added a SIEM',
  'sink-changed': 'Changed a SIEM',
  'sink-removed': 'Removed a SIEM',
  'sink-tested': 'Tested a SIEM',
  'sink-replayed': 'Sent days to a SIEM again',
  'sink-retried': 'Retried what a SIEM had refused',
  'alert-acknowledged': 'Took note of an alert',
  'alert-destination-added': 'Added a destination of alerts',
  'alert-destination-changed': 'Changed a destination of alerts',
  'alert-destination-removed': 'Removed a destination of alerts',
  'alert-destination-tested': 'Tested a destination of alerts',
  'alert-destination-retried': 'Retried what a destination of alerts had not taken',
  'incidents-read': 'Read incidents',
  'incidents-looked-up': 'Looked up entries that somebody asked about',
  'incidents-erased': 'Erased entries on request',
  'messages-read': 'Read messages and answers',
  'message-sent': 'Wrote to a pseudonym',
  'message-withdrawn': 'Withdrew a message',
  'audit-read': 'Read the audit log',
  'audit-exported': 'Exported the audit log',
  'audit-cut-noticed': 'Noticed that the audit log was cut',
  'database-restored': 'Restored a backup',
  'enrolments-refused': 'Refused many browsers of one token',
  'policy-proposed': 'Proposed a policy',
  'policy-withdrawn': 'Withdrew a proposal',
  'policy-rejected': 'Rejected a proposal',
  'policy-published': 'Published a policy',
  'policy-renewed': 'Signed the policy anew',
  'dictionary-uploaded': 'Uploaded a list of terms',
  'dictionary-removed': 'Removed a list of terms',
  'policy-imported': 'Took a policy that was signed elsewhere',
  'signing-key-made': 'Made a new signing key',
  'delegation-installed': 'Installed a delegation',
  'root-keys-changed': 'Started with other root keys',
};

export const installTitles: Record<InstallState, string> = {
  pending: 'Waits for approval',
  approved: 'Approved',
  revoked: 'Revoked',
};

export const sinkProblemTitles: Record<SinkProblemName, string> = {
  'host-unknown': 'The name of the host is not known.',
  'address-refused': 'The address is not public. Allow its network if it is meant.',
  'not-encrypted': 'The connection is not encrypted. Use https or TLS, or allow its network.',
  unreachable: 'Nothing answers at the address.',
  'connection-lost': 'The connection broke.',
  'timed-out': 'No answer came in time.',
  'certificate-refused': 'The certificate is not trusted.',
  'tls-failed': 'No encrypted connection came about.',
  redirected: 'The receiver sends elsewhere, which is not followed.',
  unauthorised: 'The receiver refuses the secret.',
  'not-found': 'The receiver does not know this address.',
  overloaded: 'The receiver asks to wait.',
  'server-failed': 'The receiver has a fault.',
  'answer-unreadable': 'The answer is not one of this kind of receiver.',
  'not-acknowledged': 'The receiver did not confirm.',
  refused: 'The receiver refuses what it is sent.',
  'records-refused': 'The receiver refuses some of the events.',
  'settings-unreadable': 'The stored settings cannot be read.',
  'secret-unreadable':
    'The stored secret cannot be opened: the key folder is another, or the receiver was changed outside of the console. Look at the address before you enter the secret again.',
  'sink-failed': 'Delivery failed; the log says more.',
};

export const channelTitles: Record<AlertChannelName, string> = {
  mail: 'Mail',
  webhook: 'Webhook, signed',
};

/** Actions of counts that a person overrode. */
export const overriddenTitles: Readonly<Record<string, string>> = {
  'warn-overridden': 'Ask, and sent anyway',
  'justify-overridden': 'Ask for a reason, and sent with one',
};

export const presenceTitles: Record<Presence, string> = {
  heard: 'Heard on the day',
  quiet: 'Quiet for a day or two',
  'silent-3': 'Silent for three days or more',
  'silent-7': 'Silent for a week or more',
};

export function sayGroup(group: string): string {
  return group === '' ? 'Without a group' : group;
}
export const templateTitles: Record<MessageTemplate, string> = {
  'rotate-key': 'Please replace this key or password',
  'contact-security': 'Please contact the security team',
  'meant-to-be-shared': 'Was this meant to be shared?',
};

export const answerTitles: Record<MessageAnswer, string> = {
  rotated: 'It was replaced',
  'will-contact': 'Will get in touch',
  yes: 'Yes',
  no: 'No',
  'not-sure': 'Not sure',
};

export const messageStateTitles: Record<MessageState, string> = {
  sent: 'Sent',
  delivered: 'Delivered',
  answered: 'Answered',
  named: 'Named',
  ended: 'Ended without an answer',
  withdrawn: 'Withdrawn',
};

/** How long the key that signs may do so. */
export const delegationTitles: Record<SigningKeys['state'], { readonly tag: string; readonly sentence: string }> = {
  missing: { tag: 'Not delegated', sentence: 'No root key has delegated it: nothing can be published yet.' },
  good: { tag: 'Delegated', sentence: 'A root key has delegated it.' },
  soon: { tag: 'Ends soon', sentence: 'Its delegation ends within 30 days. Install a new one before.' },
  urgent: { tag: 'Ends in days', sentence: 'Its delegation ends within 7 days. Install a new one now.' },
  over: {
    tag: 'Over',
    sentence: 'Its delegation is over: nothing is signed any more. Browsers keep the policy that they have.',
  },
};
