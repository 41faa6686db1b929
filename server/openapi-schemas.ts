import * as z from 'zod/mini';
import { EnrolReply, EnrolRequest, PublicKey, TokenReply, TokenRequest } from '../lib/contract/enrolment.ts';
import { Envelope, SignedPolicy } from '../lib/contract/envelope.ts';
import { Heartbeat, HeartbeatReply } from '../lib/contract/heartbeat.ts';
import { Incident, IncidentBatch, IncidentReply, Receipt } from '../lib/contract/incident.ts';
import { MessageAnswerRequest, MessageNameRequest, MessageTaken } from '../lib/contract/message.ts';
import { Policy, PolicyDocument } from '../lib/contract/policy.ts';
import {
  AlertList,
  DestinationChanges,
  DestinationDraft,
  DestinationList,
  DestinationMade,
  DestinationTested,
} from './alerts/contract.ts';
import { channels } from './alerts/registry.ts';
import type { Channel } from './alerts/channel.ts';
import { AuditEntry } from './audit/entry.ts';
import * as console from './console-api/contract.ts';
import { Refused } from './console-api/reasons.ts';
import { EntryIds, ErasedEntries, HeldEntries } from './console-api/erasure-contract.ts';
import { DictionaryList, DictionaryMade, DictionaryUpload } from './console-api/dictionaries-contract.ts';
import { InstallPage, TokenDraft, TokenList, TokenMade } from './console-api/enrolment-contract.ts';
import { Counts, DevicesReply, DevicesRequest, Fleet } from './console-api/fleet-contract.ts';
import {
  PasskeyAddition,
  PasskeyCreation,
  PasskeyList,
  PasskeyProof,
  PasskeyRequest,
} from './console-api/passkey-contract.ts';
import { DelegationRequest, ImportRequest, SigningKeys } from './console-api/keys-contract.ts';
import { MessageDraft, MessageList, MessageSent } from './console-api/messages-contract.ts';
import { ReplayRequest, SinkList, SinkMade, SinkTested } from './console-api/sinks-contract.ts';
import { SinkChanges, SinkDraft } from './sinks/manage.ts';
import { sinkKinds } from './sinks/registry.ts';
import type { Sink } from './sinks/sink.ts';

/** A draft of one kind: its own settings, and a secret where the kind has one. */
function draftOf(kind: Sink) {
  const { secret, ...shape } = SinkDraft.shape;
  const own = { ...shape, kind: z.literal(kind.kind), settings: kind.settings };
  if (kind.secret === 'none') return z.strictObject(own);
  return z.strictObject({ ...own, secret: kind.secret === 'required' ? secret.def.innerType : secret });
}

/** The same for alerts. */
function alertDraftOf(channel: Channel) {
  const { secret, ...shape } = DestinationDraft.shape;
  const own = { ...shape, channel: z.literal(channel.channel), settings: channel.settings };
  return z.strictObject({ ...own, secret: channel.secret === 'required' ? secret.def.innerType : secret });
}

/** Everything that has a name in the document. The schemas are those that read the requests and write the answers. */
export const schemas = {
  PublicKey,
  EnrolRequest,
  EnrolReply,
  TokenRequest,
  TokenReply,
  Envelope,
  SignedPolicy,
  Heartbeat,
  HeartbeatReply,
  MessageAnswerRequest,
  MessageNameRequest,
  MessageTaken,
  Incident,
  IncidentBatch,
  IncidentReply,
  Receipt,
  Policy,
  PolicyDocument,
  AuditEntry,
  AuditPage: console.AuditPage,
  SetupCheck: console.SetupCheck,
  SetupBegin: console.SetupBegin,
  SetupConfirm: console.SetupConfirm,
  SetupLinkReply: console.SetupLinkReply,
  SetupSecret: console.SetupSecret,
  SignInRequest: console.SignInRequest,
  ProofRequest: console.ProofRequest,
  OidcReply: console.OidcReply,
  PasskeyAddition,
  PasskeyCreation,
  PasskeyList,
  PasskeyProof,
  PasskeyRequest,
  SignedIn: console.SignedIn,
  Entered: console.Entered,
  RecoveryCodes: console.RecoveryCodes,
  SessionList: console.SessionList,
  RolesRequest: console.RolesRequest,
  PeopleList: console.PeopleList,
  InviteReply: console.InviteReply,
  ApiKeyRequest: console.ApiKeyRequest,
  ApiKeyReply: console.ApiKeyReply,
  ApiKeyList: console.ApiKeyList,
  PolicyHistory: console.PolicyHistory,
  PolicyInForce: console.PolicyInForce,
  // The route reads `unknown` first, to say what is wrong with a policy.
  ProposalRequest: z.strictObject({ policy: Policy }),
  ProposalMade: console.ProposalMade,
  ProposalList: console.ProposalList,
  DictionaryUpload,
  DictionaryMade,
  DictionaryList,
  ImportRequest,
  SigningKeys,
  DelegationRequest,
  IncidentPage: console.IncidentPage,
  EntryIds,
  HeldEntries,
  ErasedEntries,
  Overview: console.Overview,
  MessageDraft,
  MessageSent,
  MessageList,
  TokenDraft,
  TokenMade,
  TokenList,
  InstallPage,
  Fleet,
  DevicesRequest,
  DevicesReply,
  Counts,
  SinkDraft: z.union([...sinkKinds.values()].map(draftOf)),
  SinkChanges,
  SinkList,
  SinkMade,
  SinkTested,
  ReplayRequest,
  AlertList,
  DestinationDraft: z.union([...channels.values()].map(alertDraftOf)),
  DestinationChanges,
  DestinationList,
  DestinationMade,
  DestinationTested,
  Done: console.Done,
  Refused: Refused,
} as const satisfies Readonly<Record<string, z.ZodMiniType>>;
export type SchemaName = keyof typeof schemas;

export type JsonSchema = Readonly<Record<string, unknown>>;

export function refTo(name: SchemaName | 'DeviceRefused'): JsonSchema {
  return { $ref: `#/components/schemas/${name}` };
}

/** All of `schemas` as JSON Schema 2020-12; where one holds another, it refers to it. */
export function jsonSchemas(): Readonly<Record<string, JsonSchema>> {
  const registry = z.registry<{ readonly id: string }>();
  for (const [id, schema] of Object.entries<z.ZodMiniType>(schemas)) registry.add(schema, { id });
  const made = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(Object.entries(made.schemas).map(([id, schema]) => [id, within(schema)]));
}

/** One schema that has no name. */
export function jsonSchema(schema: z.core.$ZodType): JsonSchema {
  return within(z.toJSONSchema(schema));
}

/** Inside of a document a schema needs no address and no dialect of its own. */
function within({ $id: _id, $schema: _dialect, '~standard': _standard, ...schema }: JsonSchema): JsonSchema {
  return schema;
}
