import type { Storage } from 'webextension-polyfill';
import { readJoinCode } from '../contract/enrolment.ts';
import { Heartbeat, HeartbeatReply } from '../contract/heartbeat.ts';
import { Managed } from '../contract/managed.ts';
import { ContactState, MembershipFields, StoredPolicy } from '../contract/membership.ts';
import type { Policy } from '../contract/policy.ts';
import type { VerifiedPolicy } from '../contract/signed-policy.ts';
import { roundedTime } from '../incidents/rounded-time.ts';
import type { Failure, Membership } from '../messaging/contract.ts';
import type { PolicyInForce } from '../policy/in-force.ts';
import type { SluiceDatabase } from '../storage/database.ts';
import { createItem } from '../storage/items.ts';
import { basePolicy } from './base-policy.ts';
import { managedMembership, readManaged } from './membership.ts';
import type { ManagedState } from './membership.ts';
import { createPolicyStore } from './policy-pull.ts';
import { pushIncidents } from './push-incidents.ts';
import { createSession } from './session.ts';
import type { Session } from './session.ts';

export interface SyncOptions {
  readonly db: SluiceDatabase;
  readonly local: Storage.StorageArea;
  readonly managed: Storage.StorageArea;
  readonly builtIn: Policy;
  readonly fetch: typeof fetch;
  readonly now?: () => number;
  /** What the heartbeat says besides policy and queue. */
  readonly health: () => Promise<Pick<Heartbeat, 'state' | 'reasons' | 'rings' | 'extension' | 'browser'>>;
  readonly onPolicy: (policy: PolicyInForce) => void;
  readonly onCorrupt: (what: string) => void;
}

export interface Sync {
  /** Reads what is stored: membership and the last good policy. Resolves with the policy in force. */
  readonly start: () => Promise<PolicyInForce>;
  /** Does whatever is due. Calls at the same time are one. */
  readonly tick: () => Promise<void>;
  readonly join: (
    code: string,
  ) => Promise<{ readonly ok: true; readonly orgId: string } | { readonly ok: false; readonly reason: Failure }>;
  readonly policyInForce: () => PolicyInForce;
  readonly membership: () => Promise<Membership | undefined>;
  readonly orgId: () => string | undefined;
}

type Good = VerifiedPolicy & { readonly ok: true };

const heartbeatEvery = 300_000;
const firstBackoff = 5_000;
const longestBackoff = 600_000;

/** Keeps this browser in step with its organisation. Everything that matters is in storage: the service worker may stop at any await. */
export function createSync(options: SyncOptions): Sync {
  const { db, local, now = Date.now, onCorrupt } = options;
  const item = <T>(key: string, schema: Parameters<typeof createItem<T>>[0]['schema']) =>
    createItem({ area: local, key, schema, onCorrupt });
  const joined = item('membership', MembershipFields);
  const contact = item('contact', ContactState);
  const managedCopy = item('managed', Managed);
  const policies = createPolicyStore(item('policy', StoredPolicy), now);
  const started = now();
  let state: {
    membership: MembershipFields | undefined;
    managed: ManagedState;
    session: Session | undefined;
    signed: Good | undefined;
  } = {
    membership: undefined,
    managed: { values: {}, known: false, policy: undefined },
    session: undefined,
    signed: undefined,
  };
  let contacts: ContactState = {};
  let nextPoll = 0;
  let nextHeartbeat = 0;
  let pausedUntil = 0;
  let backoff = firstBackoff;
  let inForce = compose();
  let running: Promise<void> | undefined;

  function compose(): PolicyInForce {
    const { signed, managed } = state;
    const { refusal: refused } = contacts;
    return basePolicy({
      signed,
      managed: managed.policy,
      builtIn: options.builtIn,
      refused,
      onStale: managed.values.onStale ?? 'keep',
      now: now(),
    });
  }

  function publish(): void {
    const next = compose();
    if (JSON.stringify(next) === JSON.stringify(inForce)) return;
    inForce = next;
    options.onPolicy(inForce);
  }

  async function remember(change: ContactState): Promise<void> {
    contacts = change;
    await contact.set(change);
    publish();
  }

  async function load(): Promise<void> {
    const managed = await readManaged(options.managed, managedCopy, now() - started);
    const membership = managedMembership(managed.values) ?? (await joined.get());
    const changed = JSON.stringify(membership) !== JSON.stringify(state.membership);
    state = { ...state, managed };
    if (changed) await become(membership);
    publish();
  }

  /** Another organisation means another chain; what waited for the old one is given up, and said so. */
  async function become(membership: MembershipFields | undefined): Promise<void> {
    const session = membership && createSession(membership, { db, fetch: options.fetch, now, url: membership.url });
    const signed = membership && (await policies.load(membership, state.managed.values));
    state = { ...state, membership, session, signed };
    nextPoll = 0;
    nextHeartbeat = 0;
    pausedUntil = 0;
    const chain = await db.chain.get('current');
    if (chain && membership && chain.orgId !== membership.orgId) {
      await db.entries.where('state').equals('waiting').modify({ state: 'given-up' });
    }
  }

  function failed(later: number): void {
    pausedUntil = now() + Math.max(later, backoff * (0.5 + Math.random()));
    backoff = Math.min(backoff * 2, longestBackoff);
  }

  async function work(): Promise<void> {
    await load();
    const { membership, session } = state;
    if (!membership || !session || now() < pausedUntil) return;
    if (now() >= nextPoll && !(await pull(membership, session))) return;
    if (state.signed && !(await push(session, state.signed))) return;
    if (now() >= nextHeartbeat) await beat(session);
  }

  async function pull(membership: MembershipFields, session: Session): Promise<boolean> {
    const result = await policies.pull(membership, state.managed.values, session);
    if (result.kind === 'failed') {
      failed(0);
      await remember({ ...contacts, lastFailure: result.reason });
      return false;
    }
    backoff = firstBackoff;
    if (result.kind === 'new') state = { ...state, signed: result.policy };
    // Jitter, so that a whole company does not ask in the same second.
    nextPoll = now() + (state.signed?.document.pollSeconds ?? 60) * 1_000 * (0.8 + 0.4 * Math.random());
    await remember({
      lastContact: roundedTime(now()),
      ...(result.kind === 'refused' ? { refusal: result.reason } : {}),
    });
    return true;
  }

  async function push(session: Session, { signer, delegation }: Good): Promise<boolean> {
    for (;;) {
      const result = await pushIncidents({ db, session, now, signer: { key: signer, keyid: delegation.keyid } });
      if (result.kind === 'nothing') return true;
      if (result.kind === 'pushed') continue;
      failed(result.kind === 'failed' ? result.later : 0);
      await remember({ ...contacts, lastFailure: result.kind === 'failed' ? result.reason : 'refused' });
      return false;
    }
  }

  async function beat(session: Session): Promise<void> {
    const { source, epoch, seq, stale, refused } = inForce;
    const heartbeat: Heartbeat = {
      ...(await options.health()),
      policy: { source, epoch, seq, stale, ...(refused === undefined ? {} : { refused }) },
      waiting: await db.entries.where('state').equals('waiting').count(),
      dropped: (await db.counters.get('dropped'))?.value ?? 0,
    };
    const called = await session.call({ method: 'POST', path: '/v1/heartbeat', body: JSON.stringify(heartbeat) });
    const reply = called.ok ? HeartbeatReply.safeParse(called.answer.json) : undefined;
    nextHeartbeat = now() + (reply?.success === true ? reply.data.nextSeconds * 1_000 : heartbeatEvery);
  }

  return {
    policyInForce: () => inForce,
    orgId: () => state.membership?.orgId,
    async start() {
      contacts = (await contact.get()) ?? {};
      await load();
      inForce = compose();
      return inForce;
    },
    tick() {
      running ??= work().finally(() => {
        running = undefined;
      });
      return running;
    },
    async join(code) {
      if (managedMembership(state.managed.values)) return { ok: false, reason: 'managed-by-it' };
      const fields = readJoinCode(code);
      if (!fields) return { ok: false, reason: 'join-code-unreadable' };
      const { url, orgId, token, rootKeys } = fields;
      const membership: MembershipFields = { by: 'joined', url, orgId, token, rootKeys };
      const trial = createSession(membership, { db, fetch: options.fetch, now, url });
      const result = await policies.pull(membership, state.managed.values, trial);
      if (result.kind === 'failed')
        return { ok: false, reason: result.reason === 'refused' ? 'token-refused' : 'endpoint-unreachable' };
      if (result.kind === 'refused') return { ok: false, reason: 'policy-refused' };
      await joined.set(membership);
      await remember({ lastContact: roundedTime(now()) });
      await load();
      return { ok: true, orgId };
    },
    async membership() {
      const { membership } = state;
      if (!membership) return undefined;
      const enrolled = (await db.identity.get('install'))?.orgId === membership.orgId;
      const { lastContact, lastFailure } = contacts;
      return {
        orgId: membership.orgId,
        url: membership.url,
        by: membership.by,
        enrolled,
        ...(lastContact === undefined ? {} : { lastContact }),
        ...(lastFailure === undefined ? {} : { lastFailure }),
      };
    },
  };
}
