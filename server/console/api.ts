import type * as z from 'zod/mini';
import {
  ApiKeyList,
  ApiKeyReply,
  AuditPage,
  Done,
  Entered,
  IncidentPage,
  InviteReply,
  OidcReply,
  Overview,
  PeopleList,
  PolicyHistory,
  PolicyInForce,
  ProposalList,
  ProposalMade,
  RecoveryCodes,
  SessionList,
  SetupLinkReply,
  SetupSecret,
  SignedIn,
} from '../console-api/contract.ts';
import { ErasedEntries, HeldEntries } from '../console-api/erasure-contract.ts';
import { AlertList, DestinationList, DestinationMade, DestinationTested } from '../alerts/contract.ts';
import type { DestinationChanges, DestinationDraft } from '../alerts/contract.ts';
import { DictionaryList, DictionaryMade } from '../console-api/dictionaries-contract.ts';
import { InstallPage, TokenList, TokenMade } from '../console-api/enrolment-contract.ts';
import { SigningKeys } from '../console-api/keys-contract.ts';
import { MessageList, MessageSent } from '../console-api/messages-contract.ts';
import type { MessageDraft } from '../console-api/messages-contract.ts';
import { SinkList, SinkMade, SinkTested } from '../console-api/sinks-contract.ts';
import { Counts, DevicesReply, Fleet } from '../console-api/fleet-contract.ts';
import type { IncidentQuery } from '../console-api/contract.ts';
import { Refused } from '../console-api/reasons.ts';
import type { ConsoleReason } from '../console-api/reasons.ts';
import { PasskeyCreation, PasskeyList, PasskeyRequest } from '../console-api/passkey-contract.ts';
import type { PasskeyAnswer, PasskeyMade } from '../console-api/passkey-contract.ts';
import type { InstallState, Role, Scope } from '../vocabulary.ts';

interface SinkDraft {
  readonly kind: string;
  readonly title: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly secret?: string;
}

interface TokenDraft {
  readonly title: string;
  readonly group?: string;
  readonly days: number;
  readonly uses: number;
  readonly needsApproval: boolean;
}

/** `passkey-not-given`: the person or the browser broke off. `unreadable-file`: what was chosen is no JSON. */
export type Failure = ConsoleReason | 'unreachable' | 'passkey-not-given' | 'unreadable-file';

export type Reply<Value> =
  | { readonly ok: true; readonly value: Value }
  | {
      readonly ok: false;
      readonly reason: Failure;
      /** What exactly, where the endpoint says so. */
      readonly detail?: string;
    };

interface PasskeyProof {
  readonly token: string;
  readonly passkey: PasskeyAnswer;
}

interface Call<Schema> {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly reply: Schema;
}

/** The calls of the console, each answered by a value or a reason. */
export const api = {
  me: () => call({ path: '/session', reply: SignedIn }),
  signIn: (credentials: { readonly name: string; readonly password: string; readonly code: string }) =>
    call({ method: 'POST', path: '/session', body: credentials, reply: SignedIn }),
  signOut: () => call({ method: 'DELETE', path: '/session', reply: Done }),
  checkSetup: (token: string) => call({ method: 'POST', path: '/setup/check', body: { token }, reply: SetupLinkReply }),
  beginSetup: (entry: { readonly token: string; readonly name: string; readonly password: string }) =>
    call({ method: 'POST', path: '/setup/begin', body: entry, reply: SetupSecret }),
  confirmSetup: (entry: { readonly token: string; readonly code: string }) =>
    call({ method: 'POST', path: '/setup/confirm', body: entry, reply: Entered }),
  prove: (code: string) => call({ method: 'POST', path: '/session/proof', body: { code }, reply: Done }),
  oidc: () => call({ path: '/oidc', reply: OidcReply }),
  beginPasskeySignIn: () => call({ method: 'POST', path: '/passkey/options', reply: PasskeyRequest }),
  signInByPasskey: (proof: PasskeyProof) => call({ method: 'POST', path: '/passkey', body: proof, reply: SignedIn }),
  beginPasskeyProof: () => call({ method: 'POST', path: '/session/proof/options', reply: PasskeyRequest }),
  proveByPasskey: (proof: PasskeyProof) =>
    call({ method: 'POST', path: '/session/proof/passkey', body: proof, reply: Done }),
  passkeys: () => call({ path: '/passkeys', reply: PasskeyList }),
  beginPasskey: () => call({ method: 'POST', path: '/passkeys/options', reply: PasskeyCreation }),
  addPasskey: (made: { readonly token: string; readonly title: string; readonly passkey: PasskeyMade }) =>
    call({ method: 'POST', path: '/passkeys', body: made, reply: Done }),
  removePasskey: (id: string) => call({ method: 'DELETE', path: `/passkeys/${id}`, reply: Done }),
  sessions: () => call({ path: '/sessions', reply: SessionList }),
  endSession: (id: string) => call({ method: 'DELETE', path: `/sessions/${id}`, reply: Done }),
  newRecoveryCodes: () => call({ method: 'POST', path: '/recovery-codes', reply: RecoveryCodes }),
  people: () => call({ path: '/people', reply: PeopleList }),
  invite: (roles: readonly Role[]) => call({ method: 'POST', path: '/people', body: { roles }, reply: InviteReply }),
  setRoles: (id: string, roles: readonly Role[]) =>
    call({ method: 'PUT', path: `/people/${id}/roles`, body: { roles }, reply: Done }),
  resetPerson: (id: string) => call({ method: 'POST', path: `/people/${id}/reset`, reply: InviteReply }),
  shutOut: (id: string) => call({ method: 'DELETE', path: `/people/${id}`, reply: Done }),
  apiKeys: () => call({ path: '/api-keys', reply: ApiKeyList }),
  makeApiKey: (key: { readonly title: string; readonly scopes: readonly Scope[]; readonly days: number }) =>
    call({ method: 'POST', path: '/api-keys', body: key, reply: ApiKeyReply }),
  revokeApiKey: (id: string) => call({ method: 'DELETE', path: `/api-keys/${id}`, reply: Done }),
  tokens: () => call({ path: '/tokens', reply: TokenList }),
  makeToken: (draft: TokenDraft) => call({ method: 'POST', path: '/tokens', body: draft, reply: TokenMade }),
  revokeToken: (id: string) => call({ method: 'DELETE', path: `/tokens/${id}`, reply: Done }),
  revokeTokenInstalls: (id: string) => call({ method: 'DELETE', path: `/tokens/${id}/installs`, reply: Done }),
  installs: (query: { readonly state?: InstallState | undefined; readonly after?: string }) =>
    call({ path: `/installs?${queryText({ ...query })}`, reply: InstallPage }),
  approveInstall: (id: string) => call({ method: 'POST', path: `/installs/${id}/approve`, reply: Done }),
  revokeInstall: (id: string) => call({ method: 'DELETE', path: `/installs/${id}`, reply: Done }),
  fleet: (day?: string) => call({ path: day === undefined ? '/fleet' : `/fleet?day=${day}`, reply: Fleet }),
  importDevices: (csv: string) => call({ method: 'PUT', path: '/devices', body: { csv }, reply: DevicesReply }),
  counts: (days: { readonly from: string; readonly to: string }) =>
    call({ path: `/counts?${queryText({ ...days })}`, reply: Counts }),
  lookUpEntries: (ids: readonly string[]) =>
    call({ method: 'POST', path: '/erasure/lookup', body: { ids }, reply: HeldEntries }),
  eraseEntries: (ids: readonly string[]) =>
    call({ method: 'POST', path: '/erasure', body: { ids }, reply: ErasedEntries }),
  sinks: () => call({ path: '/sinks', reply: SinkList }),
  addSink: (draft: SinkDraft) => call({ method: 'POST', path: '/sinks', body: draft, reply: SinkMade }),
  changeSink: (id: string, change: Partial<Omit<SinkDraft, 'kind'>> & { readonly enabled?: boolean }) =>
    call({ method: 'PUT', path: `/sinks/${id}`, body: change, reply: Done }),
  removeSink: (id: string) => call({ method: 'DELETE', path: `/sinks/${id}`, reply: Done }),
  testSink: (id: string) => call({ method: 'POST', path: `/sinks/${id}/test`, reply: SinkTested }),
  retrySink: (id: string) => call({ method: 'POST', path: `/sinks/${id}/retry`, reply: Done }),
  replaySink: (id: string, days: { readonly from: string; readonly to: string }) =>
    call({ method: 'POST', path: `/sinks/${id}/replay`, body: days, reply: Done }),
  audit: (before?: number) =>
    call({ path: before === undefined ? '/audit' : `/audit?before=${before}`, reply: AuditPage }),
  alerts: () => call({ path: '/alerts', reply: AlertList }),
  acknowledge: (id: string) => call({ method: 'POST', path: `/alerts/${id}/acknowledge`, reply: Done }),
  destinations: () => call({ path: '/alert-destinations', reply: DestinationList }),
  addDestination: (draft: DestinationDraft) =>
    call({ method: 'POST', path: '/alert-destinations', body: draft, reply: DestinationMade }),
  changeDestination: (id: string, changes: DestinationChanges) =>
    call({ method: 'PUT', path: `/alert-destinations/${id}`, body: changes, reply: Done }),
  removeDestination: (id: string) => call({ method: 'DELETE', path: `/alert-destinations/${id}`, reply: Done }),
  testDestination: (id: string) =>
    call({ method: 'POST', path: `/alert-destinations/${id}/test`, reply: DestinationTested }),
  retryDestination: (id: string) => call({ method: 'POST', path: `/alert-destinations/${id}/retry`, reply: Done }),
  auditExport,
  overview: () => call({ path: '/overview', reply: Overview }),
  incidents: (query: IncidentQuery) => call({ path: `/incidents?${queryText(query)}`, reply: IncidentPage }),
  messages: () => call({ path: '/messages', reply: MessageList }),
  sendMessage: (draft: MessageDraft) => call({ method: 'POST', path: '/messages', body: draft, reply: MessageSent }),
  withdrawMessage: (id: string) => call({ method: 'DELETE', path: `/messages/${id}`, reply: Done }),
  policy: () => call({ path: '/policy', reply: PolicyInForce }),
  policies: () => call({ path: '/policies', reply: PolicyHistory }),
  policyNumber: (number: string) => call({ path: `/policies/${number}`, reply: PolicyInForce }),
  proposals: () => call({ path: '/proposals', reply: ProposalList }),
  signingKeys: () => call({ path: '/keys', reply: SigningKeys }),
  makeSigningKey: () => call({ method: 'POST', path: '/keys', reply: SigningKeys }),
  installDelegation: (delegation: unknown) =>
    call({ method: 'POST', path: '/delegations', body: { delegation }, reply: Done }),
  importPolicy: (signed: unknown) => call({ method: 'POST', path: '/policies', body: { signed }, reply: Done }),
  propose: (policy: unknown) => call({ method: 'POST', path: '/proposals', body: { policy }, reply: ProposalMade }),
  dictionaries: () => call({ path: '/dictionaries', reply: DictionaryList }),
  uploadDictionary: (file: unknown) =>
    call({ method: 'POST', path: '/dictionaries', body: file, reply: DictionaryMade }),
  removeDictionary: (sha256: string) => call({ method: 'DELETE', path: `/dictionaries/${sha256}`, reply: Done }),
  publish: (id: string) => call({ method: 'POST', path: `/proposals/${id}/publish`, reply: Done }),
  reject: (id: string) => call({ method: 'POST', path: `/proposals/${id}/reject`, reply: Done }),
  withdraw: (id: string) => call({ method: 'DELETE', path: `/proposals/${id}`, reply: Done }),
};

/** The filters as they stand in an address. */
export function queryText(query: Readonly<Record<string, string | undefined>>): string {
  const set = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return new URLSearchParams(set).toString();
}

/** The whole log, as a file. */
async function auditExport(): Promise<Reply<Blob>> {
  try {
    const response = await fetch('/api/audit/export', { headers: { 'x-sluice': '1' } });
    if (response.ok) return { ok: true, value: await response.blob() };
    return { ok: false, reason: Refused.safeParse(await response.json()).data?.reason ?? 'internal' };
  } catch {
    return { ok: false, reason: 'unreachable' }; // no connection, or an answer that is not ours
  }
}

async function call<Schema extends z.ZodMiniType>(options: Call<Schema>): Promise<Reply<z.output<Schema>>> {
  const { method = 'GET', path, body, reply } = options;
  try {
    const response = await fetch(`/api${path}`, {
      method,
      headers: { 'x-sluice': '1', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const read: unknown = await response.json();
    if (!response.ok) {
      const { reason = 'internal', where = '', why } = Refused.safeParse(read).data ?? {};
      const detail = why === undefined ? {} : { detail: where === '' ? why : `${where}: ${why}` };
      return { ok: false, reason, ...detail };
    }
    const parsed = reply.safeParse(read);
    return parsed.success ? { ok: true, value: parsed.data } : { ok: false, reason: 'internal' };
  } catch {
    return { ok: false, reason: 'unreachable' }; // no connection, or an answer that is not ours
  }
}
