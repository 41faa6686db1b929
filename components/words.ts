import type { Failure, LedgerLine, Membership, RecordedIncident } from '../lib/messaging/contract.ts';
import type { Protection } from '../lib/messaging/protection.ts';
import type { Action, Justification, Outcome } from '../lib/vocabulary/actions.ts';
import type { Category, Cause, LengthBucket, Severity, Surface } from '../lib/vocabulary/content.ts';
import type { MessageAnswer, MessageTemplate, ReplyState } from '../lib/vocabulary/messages.ts';
import type { PageGate } from '../lib/vocabulary/page-gates.ts';
import type {
  DegradedReason,
  DriftKind,
  PolicyRefusal,
  PolicySource,
  PrivateWindowState,
  ProtectionState,
  Ring,
} from '../lib/vocabulary/states.ts';

// Every value of the closed sets, said to a person. The types make a missing word a compile error.

/** What policy asks for, after "…: " in a sentence about a rule. */
export const actionWords: Record<Action, string> = {
  allow: 'may be sent',
  log: 'may be sent, and is recorded',
  warn: 'you are asked before it is sent',
  justify: 'may be sent with a reason',
  redact: 'must be replaced before sending',
  block: 'must not be sent',
};

/** The same, short, beside a finding in the dialog. */
export const actionNotes: Record<Action, string> = {
  allow: 'may stay',
  log: 'may stay, is recorded',
  warn: 'better replaced',
  justify: 'needs a reason to be sent',
  redact: 'must be replaced',
  block: 'must not be sent',
};

export const outcomeWords: Record<Outcome, string> = {
  'sent-clean': 'Sent; you were not asked',
  replaced: 'You replaced it and sent the rest',
  edited: 'You went back to edit',
  'sent-anyway': 'You sent it anyway',
  justified: 'You sent it with a reason',
  blocked: 'Stopped; nothing was sent',
  refused: 'Held back by Sluice; nothing was sent',
  observed: 'Seen on its way out and not stopped',
  unchecked: 'Sluice could not check it, and your policy let it pass',
  abandoned: 'The window closed before you decided',
};

export const justificationWords: Record<Justification, string> = {
  'test-data': 'It is test data, not real',
  'already-public': 'It is already public',
  'needed-for-task': 'The task needs the real value',
  'not-sensitive': 'It is not sensitive: Sluice is wrong here',
};

export const categoryWords: Record<Category, string> = {
  credential: 'Passwords, keys and tokens',
  financial: 'Payment and bank details',
  identity: 'Identity numbers',
  contact: 'Contact details',
  health: 'Health information',
  person: 'Names of people',
  organisation: 'Words your organisation protects',
};

export const severityWords: Record<Severity, string> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  critical: 'Critical',
};

export const surfaceWords: Record<Surface, string> = {
  composer: 'in a message',
  edit: 'in a changed message',
  regenerate: 'when asking again',
  steer: 'in a follow-up',
  file: 'in a file',
  settings: 'in settings',
  navigation: 'in an address',
  request: 'in another call of the page',
};

export const lengthWords: Record<LengthBucket, string> = {
  '<100': 'under 100 characters',
  '<1k': 'under 1,000 characters',
  '<10k': 'under 10,000 characters',
  '<100k': 'under 100,000 characters',
  '<1M': 'under a million characters',
  '1M+': 'a million characters or more',
};

export const stateWords: Record<ProtectionState, string> = {
  enforced: 'Protected',
  'page-only': 'Protected in the page',
  degraded: 'Not fully protected',
};

export const stateNotes: Record<ProtectionState, string> = {
  enforced: 'What you send is checked in the page and once more on its way out.',
  'page-only':
    'What you send is checked in the page. On its way out it is watched, but this browser does not let Sluice stop it there.',
  degraded: 'Requests that cannot be checked may be held back.',
};

export const degradedWords: Record<DegradedReason, string> = {
  'gates-missing': 'The checks in the page did not answer. Reload the ChatGPT tab.',
  'canary-leaked': 'A test secret got past a check. Please tell your IT team.',
  'ring3-missing': 'The check on the way out did not answer. Restart the browser.',
  'policy-missing': 'No policy could be loaded. Restart the browser.',
  'policy-refused': 'The newest policy of your organisation was refused. The last good one stays in force.',
  'dictionary-missing':
    'A newer policy of your organisation waits for a list of terms that could not be fetched. The last good one stays in force.',
  'policy-stale': 'The policy is past its end date. It stays in force until a new one arrives.',
  'rule-broken': 'A rule of your organisation cannot run, and the others do. Please tell your IT team.',
  'storage-failed': 'The browser does not let Sluice store its records. Free some disk space and restart the browser.',
  'engine-failed': 'A part of the search for private data failed. Please tell your IT team.',
  'page-changed': 'ChatGPT has changed in a way that Sluice does not know yet. Please tell your IT team.',
  'not-checked': 'No check has run yet. Open or reload ChatGPT.',
};

export const sourceWords: Record<PolicySource, string> = {
  endpoint: 'signed by your organisation',
  managed: 'set by IT on this computer',
  'built-in': 'built into Sluice',
};

export const ringWords: Record<Ring, string> = {
  composer: 'while you were writing',
  page: 'in the page',
  network: 'on the way out',
};

export const pageRingWords: Record<Protection['rings']['page'], string> = {
  stops: 'Working',
  missing: 'Not answering',
  unknown: 'Not checked yet',
};

/** The gates of the page, each by what goes out there. */
export const pageGateWords: Record<PageGate, string> = {
  fetch: 'requests (fetch)',
  xhr: 'requests (XMLHttpRequest)',
  beacon: 'beacons',
  form: 'forms',
  window: 'addresses of new windows',
  channel: 'voice channels',
  'fetch-later': 'late requests',
  'event-source': 'event streams',
  image: 'addresses of images',
  'socket-address': 'addresses of WebSockets',
  'socket-frame': 'words in WebSockets',
  worker: 'new workers',
  'shared-worker': 'new shared workers',
  'service-worker': 'new service workers',
};

export const networkRingWords: Record<Protection['rings']['network'], string> = {
  stops: 'Working',
  observes: 'Watching only',
  missing: 'Not answering',
  unknown: 'Not checked yet',
};

export const privateWindowWords: Record<PrivateWindowState, string> = {
  allowed: 'Sluice is on',
  'not-allowed': 'Sluice is off',
};

export const refusalWords: Record<PolicyRefusal, string> = {
  'no-root-keys': 'this browser has no key to check it with',
  'bad-envelope': 'it could not be read',
  'bad-signature': 'its signature is wrong',
  'unknown-key': 'it was signed with an unknown key',
  'delegation-expired': 'the key that signed it has expired',
  'wrong-organisation': 'it belongs to another organisation',
  'rolled-back': 'it is older than the one in force',
  'not-delegated': 'the key that signed it may not sign such a policy',
  'wrong-group': 'it is for another group of browsers',
  'from-the-future': 'its date lies in the future',
  'bad-schema': 'it has parts that Sluice does not know',
  'dictionary-missing': 'a list of terms that it needs could not be fetched yet',
  'dictionary-corrupt': 'a list of terms came damaged',
};

export const failureWords: Record<Failure, string> = {
  'sender-refused': 'This page may not ask for that. Open it from the Sluice button in the toolbar.',
  'unknown-channel': 'Sluice was updated while this page was open. Reload the page.',
  'bad-request': 'Sluice did not understand the request. Reload the page and try again.',
  'storage-failed': 'Sluice could not read or write its records. Free some disk space and restart the browser.',
  'not-joined': 'This browser has not joined an organisation.',
  'join-code-unreadable': 'This is not a complete Sluice code. Copy the whole line, from “sluice1.” to its end.',
  'endpoint-unreachable': 'The server of your organisation could not be reached. Check your connection and try again.',
  'token-refused': 'The server did not accept this code. It may have expired: ask for a new one.',
  'install-revoked':
    'Your organisation has withdrawn the registration that this code gave. Ask your IT team for a new code.',
  'policy-refused':
    'The server answered, but its policy could not be trusted, so you have not joined. Please tell your IT team.',
  'managed-by-it': 'IT has set up Sluice on this computer, so a code is not needed here.',
  internal: 'Something went wrong inside Sluice. Reload the page; if it stays, restart the browser.',
};

export const syncWords: Record<RecordedIncident['sync'], string> = {
  'local-only': 'Only on this device',
  waiting: 'Waits to be sent',
  acknowledged: 'Sent; receipt checked',
  rejected: 'Sent; the server did not take it',
  'given-up': 'Not sent; given up',
};

export const lineNoteWords: Record<NonNullable<LedgerLine['note']>, string> = {
  'chain-restarted': 'The list on this device was lost before this request, so a new one was started.',
  'receipt-refused': 'The receipt of the server did not fit what was sent.',
  'entry-rejected': 'The server did not take at least one entry. It will not be sent again.',
};

export const membershipWords: Record<Membership['by'], string> = {
  managed: 'Set up by IT',
  joined: 'Joined with a code',
};

export const contactFailureWords: Record<NonNullable<Membership['lastFailure']>, string> = {
  unreachable: 'The server could not be reached at the last try. What is recorded waits here.',
  refused: 'The server refused this browser at the last try. Please tell your IT team.',
  revoked:
    'Your organisation has withdrawn the registration of this browser. Its last policy stays in force, and nothing is sent any more. Please tell your IT team.',
  pending: 'This browser is waiting for approval by your organisation. Until then what is recorded waits here.',
};

/** What a request to the organisation is for, by its path; other paths stand for themselves. */
export const pathWords: Readonly<Record<string, string>> = {
  '/v1/enrol': 'Registers this browser',
  '/v1/token': 'Signs this browser in',
  '/v1/policy': 'Asks for the policy',
  '/v1/incidents': 'Sends recorded entries',
  '/v1/heartbeat': 'Sign of life',
  '/v1/blobs': 'Fetches a list of terms for the policy',
  '/v1/messages/:id/answer': 'Answers a message',
  '/v1/messages/:id/name': 'Gives the name that you typed',
};

export const driftWords: Record<DriftKind, string> = {
  'composer-unknown': 'its message field was not recognised',
  'composer-twice': 'it was unclear which message a button sends',
  'call-unknown': 'what you had typed was sent in a way that is not known',
};

export const causeWords: Record<Cause, string> = {
  unreadable: 'Content that could not be read',
  audio: 'Dictation or voice',
  account: 'An account that is not the organisation’s',
  'page-changed': 'A call of the page that is not known',
  failure: 'A check that failed',
};

/** A message of the organisation, as its reader sees it. */
export const templateWords: Record<MessageTemplate, { readonly title: string; readonly text: string }> = {
  'rotate-key': {
    title: 'Please replace a key or password',
    text: 'A key or password may have left your computer. Please make a new one and switch the old one off.',
  },
  'contact-security': {
    title: 'Please contact your security team',
    text: 'Your security team would like to talk to you. Please call or write to them in the usual way.',
  },
  'meant-to-be-shared': {
    title: 'Was this meant to be shared?',
    text: 'Something that a rule speaks of was sent, or nearly so. Your security team asks whether it was meant to be shared.',
  },
};

export const answerWords: Record<MessageAnswer, string> = {
  rotated: 'I replaced it',
  'will-contact': 'I will get in touch',
  yes: 'Yes',
  no: 'No',
  'not-sure': 'I am not sure',
};

export const replyWords: Record<ReplyState, string> = {
  waiting: 'Waits to be sent',
  taken: 'Sent',
  refused: 'Sent; not taken, because the message was over or answered before',
};

/** Kinds of systems that get copies. An endpoint may know more of them. */
export const copyWords: Readonly<Record<string, string | undefined>> = {
  syslog: 'Syslog',
  splunk: 'Splunk',
  elastic: 'Elasticsearch',
  otlp: 'OpenTelemetry',
  webhook: 'Webhook',
};
