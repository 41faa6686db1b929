import * as z from 'zod/mini';
import { IncidentFinding } from '../contract/incident.ts';
import type { Incident } from '../contract/incident.ts';
import { Message, MessageAnswerRequest, MessageNameRequest } from '../contract/message.ts';
import type { KeptMessage } from '../contract/message.ts';
import type { ContactFailure } from '../contract/membership.ts';
import type { PolicyInForce } from '../policy/in-force.ts';
import { documentRequests } from './document-requests.ts';
import { CheckIn } from './protection.ts';
import type { Protection } from './protection.ts';
import type { DocumentOutcome, FarScanState } from './reader-page.ts';
import { actions, justifications, outcomes } from '../vocabulary/actions.ts';
import { causes, lengthBuckets, surfaces } from '../vocabulary/content.ts';
import { longestPart, mostParts } from '../vocabulary/limits.ts';
import { driftKinds, rings } from '../vocabulary/states.ts';

/** Who may call a channel. `content-top` is a content script in the top frame of a product page, `content` one in any frame. */
export const senderClasses = ['content-top', 'content', 'extension-page'] as const;
export type SenderClass = (typeof senderClasses)[number];

/** A failed call says why in one word of a closed union; details never cross. */
export const failures = [
  'sender-refused',
  'unknown-channel',
  'bad-request',
  'storage-failed',
  'not-joined',
  'join-code-unreadable',
  'endpoint-unreachable',
  'token-refused',
  'install-revoked',
  'policy-refused',
  'managed-by-it',
  'internal',
] as const;
export type Failure = (typeof failures)[number];

export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: Failure };

/** What the guard knows of an attempt before its end: an incident without id, time, outcome and versions. */
export const IncidentDraft = z.strictObject({
  surface: z.enum(surfaces),
  action: z.enum(actions),
  findings: z.array(IncidentFinding).check(z.maxLength(100)),
  cause: z.optional(z.enum(causes)),
  length: z.enum(lengthBuckets),
  ring: z.enum(rings),
  /** Push without the random delay. */
  urgent: z.boolean(),
});
export type IncidentDraft = z.infer<typeof IncidentDraft>;

const Settlement = z.strictObject({
  id: z.uuidv4(),
  outcome: z.enum(outcomes),
  justification: z.optional(z.enum(justifications)),
});

/** Lets ring 3 pass one request that ring 2 released. `length` is in UTF-8 bytes, 0 where it is not known. */
export const Ticket = z.strictObject({
  url: z.string().check(z.maxLength(4_096)),
  method: z.string().check(z.maxLength(16)),
  length: z.int().check(z.gte(0)),
  /** SHA-256 of the body, lower-case hex, where it could be read. */
  digest: z.optional(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
  verdict: z.enum(['clean', 'rewritten', 'allowed', 'unreadable-allowed']),
  /** `epoch.seq` of the policy that the verdict came from. */
  policy: z.string().check(z.regex(/^\d{1,16}\.\d{1,16}$/)),
});
export type Ticket = z.infer<typeof Ticket>;

export interface Membership {
  readonly orgId: string;
  readonly url: string;
  /** `managed` came from IT, `joined` from a code. */
  readonly by: 'managed' | 'joined';
  readonly enrolled: boolean;
  /** ISO 8601, rounded to five minutes; absent before the first contact. */
  readonly lastContact?: string;
  readonly lastFailure?: ContactFailure;
}

/** One line of the employee's list of attempts. `sync` is what became of it. */
export interface RecordedIncident {
  readonly incident: Incident;
  readonly sync: 'local-only' | 'waiting' | 'acknowledged' | 'rejected' | 'given-up';
}

export interface Status {
  readonly protection: Protection;
  readonly policy: PolicyInForce;
  readonly membership: Membership | undefined;
  /** Newest first, at most 20. */
  readonly recent: readonly RecordedIncident[];
  readonly waiting: number;
  readonly dropped: number;
  /** Messages of the organisation that ask for something. */
  readonly messages: number;
}

/** One request body that was sent to the organisation, byte for byte, credentials replaced by their kind. */
export interface LedgerLine {
  readonly n: number;
  /** ISO 8601, rounded to five minutes. */
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly body: string;
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  readonly note?: 'chain-restarted' | 'receipt-refused' | 'entry-rejected';
}

export interface LedgerPage {
  /** Newest first. */
  readonly lines: readonly LedgerLine[];
  readonly total: number;
  /** Polls that brought nothing new are counted, not listed. */
  readonly polls: number;
  /** Exact texts that wait to be sent. */
  readonly waiting: readonly string[];
  readonly incidents: readonly RecordedIncident[];
}

/** Carries only a type, so that the client needs no schema. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the type is all that it is for
export function reply<T>(): { readonly type?: T } {
  return {};
}

interface Channel {
  readonly from: readonly SenderClass[];
  readonly request: z.ZodMiniType;
  readonly response: { readonly type?: unknown };
}

const anyFrame = ['content-top', 'content'] as const;
const page = ['extension-page'] as const;
const messageId = Message.shape.id;

export const channels = {
  'gate.start': { from: anyFrame, request: z.strictObject({}), response: reply<PolicyInForce>() },
  'gate.checkIn': { from: anyFrame, request: CheckIn, response: reply<Protection>() },
  /** The network gate says that it is there, and by which policy it judges: `epoch.seq`. */
  'network.ready': { from: anyFrame, request: z.strictObject({}), response: reply<{ readonly policy: string }>() },
  'ticket.file': { from: anyFrame, request: Ticket, response: reply<null>() },
  /** The page is not as it is known: one word of a closed list. */
  'drift.note': {
    from: anyFrame,
    request: z.strictObject({ kind: z.enum(driftKinds) }),
    response: reply<null>(),
  },
  /** Into the frame that asks. */
  'engine.inject': { from: anyFrame, request: z.strictObject({}), response: reply<null>() },
  'dialog.inject': { from: ['content-top'], request: z.strictObject({}), response: reply<null>() },
  /** A document is read beside the tab: the programs for that are large, and what they read is anybody’s. It is kept nowhere. */
  'document.begin': {
    from: anyFrame,
    request: documentRequests.begin,
    response: reply<{ readonly id: string }>(),
  },
  /** `place` counts the parts from 0: several may be on their way. `data` is Base64. */
  'document.part': { from: anyFrame, request: documentRequests.part, response: reply<null>() },
  /** When all parts are there. Answered when the document was read. */
  'document.read': { from: anyFrame, request: z.strictObject({ id: z.string() }), response: reply<DocumentOutcome>() },
  /** As `document.read`, of a copy in which values are replaced: the answer is about the copy. */
  'document.rewrite': { from: anyFrame, request: documentRequests.rewrite, response: reply<DocumentOutcome>() },
  /** A part of what came of it: of the text, or of the copy in Base64. */
  'document.take': { from: anyFrame, request: documentRequests.take, response: reply<string>() },
  'document.end': { from: anyFrame, request: z.strictObject({ id: z.string() }), response: reply<null>() },
  /** A long text is looked at beside the tab. `policy` is the version that the tab has; with another one the tab does it by itself. */
  'scan.begin': {
    from: anyFrame,
    request: z.strictObject({
      policy: z.string().check(z.maxLength(64)),
      parts: z.int().check(z.positive(), z.maximum(mostParts)),
    }),
    response: reply<{ readonly id: string }>(),
  },
  /** `place` counts the parts from 0: several may be on their way. */
  'scan.part': {
    from: anyFrame,
    request: z.strictObject({
      id: z.string(),
      place: z.int().check(z.nonnegative(), z.maximum(mostParts - 1)),
      text: z.string().check(z.maxLength(longestPart)),
    }),
    response: reply<null>(),
  },
  /** The first one says that the text is whole. */
  'scan.wait': { from: anyFrame, request: z.strictObject({ id: z.string() }), response: reply<FarScanState>() },
  'scan.end': { from: anyFrame, request: z.strictObject({ id: z.string() }), response: reply<null>() },
  'incident.draft': { from: anyFrame, request: IncidentDraft, response: reply<{ id: string }>() },
  'incident.settle': { from: anyFrame, request: Settlement, response: reply<null>() },
  /** Draft and settlement in one, where nobody was asked. */
  'incident.record': {
    from: anyFrame,
    request: z.extend(IncidentDraft, { outcome: z.enum(outcomes) }),
    response: reply<null>(),
  },
  'status.get': { from: page, request: z.strictObject({}), response: reply<Status>() },
  'ledger.list': {
    from: page,
    request: z.strictObject({ before: z.optional(z.int().check(z.gte(0))) }),
    response: reply<LedgerPage>(),
  },
  /** What the organisation wrote to this browser. */
  'message.list': { from: page, request: z.strictObject({}), response: reply<readonly KeptMessage[]>() },
  'message.answer': { from: page, request: z.extend(MessageAnswerRequest, { id: messageId }), response: reply<null>() },
  'message.name': { from: page, request: z.extend(MessageNameRequest, { id: messageId }), response: reply<null>() },
  'message.dismiss': { from: page, request: z.strictObject({ id: messageId }), response: reply<null>() },
  'join.submit': {
    from: page,
    request: z.strictObject({ code: z.string().check(z.maxLength(4_000)) }),
    response: reply<{ orgId: string }>(),
  },
} as const satisfies Record<string, Channel>;

export type ChannelName = keyof typeof channels;
export type Request<Name extends ChannelName> = z.infer<(typeof channels)[Name]['request']>;
export type Response<Name extends ChannelName> = Exclude<(typeof channels)[Name]['response']['type'], undefined>;

/** What the service worker sends to tabs without being asked. */
export interface Pushes {
  readonly 'policy.changed': PolicyInForce;
  /** The tab was closed for a navigation that came to nothing: its gates are to be tried again. */
  readonly 'gates.again': null;
}
