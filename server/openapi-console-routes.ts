import { BlobName } from '../lib/contract/policy.ts';
import type { RouteName } from './console-api/access.ts';
import { AuditQuery, IncidentQuery } from './console-api/contract.ts';
import type { ConsoleReason } from './console-api/reasons.ts';
import { InstallQuery } from './console-api/enrolment-contract.ts';
import { CountsQuery, FleetQuery } from './console-api/fleet-contract.ts';
import { keyRoutes } from './openapi-key-routes.ts';
import type { Described, Refusals } from './openapi-device-routes.ts';
import { peopleRoutes } from './openapi-people-routes.ts';

const bad = { 400: ['bad-request'] } satisfies Refusals<ConsoleReason>;
const gone = { 404: ['not-found'] } satisfies Refusals<ConsoleReason>;
const unanswered = { ...gone, 409: ['message-over'] } satisfies Refusals<ConsoleReason>;
const decided = { ...gone, 409: ['decided-before'] } satisfies Refusals<ConsoleReason>;
const sinkRefused = {
  ...bad,
  422: ['bad-settings', 'bad-secret', 'secret-needed'],
} satisfies Refusals<ConsoleReason>;

/** The routes below `/api`: the type makes a route of the matrix that is missing here fail the build. */
export const consoleRoutes: Readonly<Record<RouteName, Described<ConsoleReason>>> = {
  ...peopleRoutes,

  'GET /overview': { summary: 'How many browsers are enrolled, where that may be said.', reply: 'Overview' },
  'GET /incidents': {
    summary: 'Incidents one by one, newest first, and never how many there are.',
    query: IncidentQuery,
    reply: 'IncidentPage',
    errors: bad,
  },
  'POST /erasure/lookup': {
    summary: 'What is stored under ids that somebody handed in, and which sinks have copies. Without pseudonyms.',
    request: 'EntryIds',
    reply: 'HeldEntries',
    errors: bad,
  },
  'POST /erasure': {
    summary: 'Erases what is stored under these ids, and refuses what comes under them later.',
    request: 'EntryIds',
    reply: 'ErasedEntries',
    errors: bad,
  },

  'GET /messages': { summary: 'The newest messages, with answers and names that people gave.', reply: 'MessageList' },
  'POST /messages': {
    summary: 'Writes to the pseudonym of a stored incident, in words of a fixed list.',
    request: 'MessageDraft',
    reply: 'MessageSent',
    errors: { ...bad, 404: ['nobody-there'], 409: ['key-destroyed', 'enough-messages'] },
  },
  'DELETE /messages/:id': {
    summary: 'Takes back a message that nobody has answered.',
    reply: 'Done',
    errors: unanswered,
  },

  'GET /policy': {
    summary: 'The policy in force, and whose keys signed it.',
    reply: 'PolicyInForce',
    errors: { 404: ['policy-missing'], 409: ['policy-unreadable'] },
  },
  'GET /policies': { summary: 'The newest fifty policies.', reply: 'PolicyHistory' },
  'GET /policies/:number': {
    summary: 'An earlier policy, by `epoch.seq`.',
    reply: 'PolicyInForce',
    errors: { ...gone, 409: ['policy-unreadable'] },
  },
  'GET /proposals': { summary: 'The newest proposals.', reply: 'ProposalList' },
  'POST /proposals': {
    summary: 'A policy that somebody else may publish.',
    request: 'ProposalRequest',
    reply: 'ProposalMade',
    errors: { ...bad, 422: ['policy-refused'] },
  },
  'POST /proposals/:id/publish': {
    summary: 'Signs a proposal and puts it in force; never by its author.',
    reply: 'Done',
    errors: {
      ...gone,
      409: ['decided-before', 'delegation-needed', 'dictionary-unknown', 'own-proposal', 'policy-refused'],
    },
  },
  'POST /proposals/:id/reject': { summary: 'Rejects a proposal.', reply: 'Done', errors: decided },
  'DELETE /proposals/:id': {
    summary: 'Withdraws a proposal, by its author or an owner.',
    reply: 'Done',
    errors: decided,
  },
  'GET /dictionaries': { summary: 'The lists of terms that a policy may name, and where.', reply: 'DictionaryList' },
  'POST /dictionaries': {
    summary: 'Stores a list of terms by its hash, from the file that `sluice dictionary` writes.',
    request: 'DictionaryUpload',
    reply: 'DictionaryMade',
    errors: { 409: ['dictionaries-full'], 422: ['dictionary-refused'] },
  },
  'DELETE /dictionaries/:id': {
    summary: 'Removes a list of terms that no policy within reach and no proposal names.',
    id: BlobName,
    reply: 'Done',
    errors: { ...gone, 409: ['dictionary-in-use'] },
  },

  ...keyRoutes,

  'GET /tokens': { summary: 'Enrolment tokens with what became of them.', reply: 'TokenList' },
  'POST /tokens': {
    summary: 'A new enrolment token, shown once.',
    request: 'TokenDraft',
    reply: 'TokenMade',
    errors: bad,
  },
  'DELETE /tokens/:id': { summary: 'The token enrols nobody any more.', reply: 'Done', errors: gone },
  'DELETE /tokens/:id/installs': {
    summary: 'Revokes the token and every browser that came by it.',
    reply: 'Done',
    errors: gone,
  },
  'GET /installs': {
    summary: 'Enrolled browsers, the newest first.',
    query: InstallQuery,
    reply: 'InstallPage',
    errors: bad,
  },
  'POST /installs/:id/approve': { summary: 'Approves a browser that waits.', reply: 'Done', errors: gone },
  'DELETE /installs/:id': { summary: 'This browser may speak no more.', reply: 'Done', errors: gone },

  'GET /fleet': {
    summary: 'Browsers by group on a day that is over, and what is alarming.',
    query: FleetQuery,
    reply: 'Fleet',
    errors: { ...bad, ...gone },
  },
  'GET /alerts': { summary: 'Alerts that are open, and those that were closed lately.', reply: 'AlertList' },
  'POST /alerts/:id/acknowledge': {
    summary: 'Takes note of an alert: it is not repeated unless it gets worse.',
    reply: 'Done',
    errors: gone,
  },
  'PUT /devices': {
    summary: 'How many devices each group should have, in place of what was imported before.',
    request: 'DevicesRequest',
    reply: 'DevicesReply',
    errors: { ...bad, 422: ['csv-refused'] },
  },
  'GET /counts': {
    summary: 'Sums of the published values of closed days.',
    query: CountsQuery,
    reply: 'Counts',
    errors: bad,
  },

  'GET /sinks': { summary: 'Where incidents go, and how that is doing.', reply: 'SinkList' },
  'POST /sinks': { summary: 'A new sink.', request: 'SinkDraft', reply: 'SinkMade', errors: sinkRefused },
  'PUT /sinks/:id': {
    summary: 'Changes a sink.',
    request: 'SinkChanges',
    reply: 'Done',
    errors: { ...sinkRefused, ...gone },
  },
  'DELETE /sinks/:id': { summary: 'Removes a sink with all that waits for it.', reply: 'Done', errors: gone },
  'POST /sinks/:id/test': { summary: 'Sends one event that says it is a test.', reply: 'SinkTested', errors: gone },
  'POST /sinks/:id/replay': {
    summary: 'Sends what is kept of these days once more.',
    request: 'ReplayRequest',
    reply: 'Done',
    errors: { ...bad, ...gone },
  },
  'POST /sinks/:id/retry': { summary: 'Dead letters get their tries again.', reply: 'Done', errors: gone },

  'GET /alert-destinations': { summary: 'Where alerts are sent to, and how that is doing.', reply: 'DestinationList' },
  'POST /alert-destinations': {
    summary: 'A new destination of alerts.',
    request: 'DestinationDraft',
    reply: 'DestinationMade',
    errors: sinkRefused,
  },
  'PUT /alert-destinations/:id': {
    summary: 'Changes a destination.',
    request: 'DestinationChanges',
    reply: 'Done',
    errors: { ...sinkRefused, ...gone },
  },
  'DELETE /alert-destinations/:id': {
    summary: 'Removes a destination with all that waits for it.',
    reply: 'Done',
    errors: gone,
  },
  'POST /alert-destinations/:id/test': {
    summary: 'Sends a notice that says it is a test.',
    reply: 'DestinationTested',
    errors: gone,
  },
  'POST /alert-destinations/:id/retry': {
    summary: 'Dead letters of a destination get their tries again.',
    reply: 'Done',
    errors: gone,
  },

  'GET /audit': { summary: 'The audit log, newest first.', query: AuditQuery, reply: 'AuditPage', errors: bad },
  'GET /audit/export': {
    summary: 'The whole audit log with its checkpoints, for `sluice audit verify`.',
    reply: 'lines',
  },
};
