import type { ContactState, MembershipFields } from '../contract/membership.ts';
import { roundedTime } from '../incidents/rounded-time.ts';
import type { Failure, Membership } from '../messaging/contract.ts';
import type { PolicyInForce } from '../policy/in-force.ts';
import { noteBirth } from '../storage/lost-database.ts';
import { basePolicy, isSamePolicy } from './base-policy.ts';
import type { Failed } from './enrol.ts';
import { beat } from './heartbeat.ts';
import { isBlobTrouble } from './blobs.ts';
import { joinByCode } from './join.ts';
import { lastManaged, managedMembership, readManaged, shownMembership } from './membership.ts';
import type { ManagedState } from './membership.ts';
import { createPolicyStore } from './policy-pull.ts';
import type { GoodPolicy, PolicyStore, PullResult } from './policy-pull.ts';
import { pushAll } from './push-all.ts';
import { Schedule } from './schedule.ts';
import { createSession } from './session.ts';
import type { Session } from './session.ts';
import { createStored } from './stored.ts';
import type { Stored } from './stored.ts';
import type { SyncOptions } from './sync-options.ts';

export type Joined = { readonly ok: true; readonly orgId: string } | { readonly ok: false; readonly reason: Failure };

export interface Sync {
  /** Reads what is stored: membership and the last good policy. Resolves with the policy in force. */
  readonly start: () => Promise<PolicyInForce>;
  /** Does whatever is due. Calls at the same time are one. */
  readonly tick: () => Promise<void>;
  readonly join: (code: string) => Promise<Joined>;
  readonly policyInForce: () => PolicyInForce;
  readonly membership: () => Promise<Membership | undefined>;
  readonly orgId: () => string | undefined;
}

/** Keeps this browser in step with its organisation. Everything that matters is in storage: the service worker may stop at any await. */
export function createSync(options: SyncOptions): Sync {
  const keeper = new OrganisationSync(options);
  return {
    start: () => keeper.start(),
    tick: () => keeper.tick(),
    join: (code) => keeper.join(code),
    policyInForce: () => keeper.inForce,
    membership: () => keeper.membership(),
    orgId: () => keeper.orgId,
  };
}

class OrganisationSync {
  readonly #options: SyncOptions;
  readonly #now: () => number;
  readonly #items: Stored;
  readonly #policies: PolicyStore;
  readonly #schedule: Schedule;
  #membership: MembershipFields | undefined;
  #session: Session | undefined;
  #managed: ManagedState = { values: {}, known: false, policy: undefined };
  #signed: GoodPolicy | undefined;
  #contacts: ContactState = {};
  #lane: Promise<unknown> = Promise.resolve();
  #queued: Promise<void> | undefined;
  inForce: PolicyInForce;

  constructor(options: SyncOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
    this.#items = createStored({ ...options, session: options.session });
    this.#policies = createPolicyStore({
      db: options.db,
      item: this.#items.policy,
      highest: this.#items.highest,
      now: this.#now,
    });
    this.#schedule = new Schedule(this.#items.times, this.#now);
    this.inForce = this.#compose();
  }

  get orgId(): string | undefined {
    return this.#membership?.orgId;
  }

  start(): Promise<PolicyInForce> {
    return this.#inTurn(async () => {
      await noteBirth(this.#options.db, this.#items.born);
      await this.#schedule.load();
      this.#contacts = (await this.#items.contact.get()) ?? {};
      this.#managed = await lastManaged(this.#items.managed);
      await this.#follow(managedMembership(this.#managed.values) ?? (await this.#items.joined.get()));
      this.inForce = this.#compose();
      return this.inForce;
    });
  }

  tick(): Promise<void> {
    this.#queued ??= this.#inTurn(() => {
      this.#queued = undefined; // what is recorded from here on may be too late for this one
      return this.#work();
    });
    return this.#queued;
  }

  join(code: string): Promise<Joined> {
    return this.#inTurn(() => this.#join(code));
  }

  async membership(): Promise<Membership | undefined> {
    const identity = await this.#options.db.identity.get('install');
    return this.#membership && shownMembership(this.#membership, this.#contacts, identity);
  }

  /** One after the other, so that a tick never meets half a membership. */
  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.#lane.then(task);
    this.#lane = turn.catch(() => undefined);
    return turn;
  }

  #compose(): PolicyInForce {
    const { values, policy, refused } = this.#managed;
    return basePolicy({
      signed: this.#signed,
      managed: policy,
      builtIn: this.#options.builtIn,
      refused: this.#contacts.refusal ?? refused,
      onStale: values.onStale ?? 'keep',
      group: values.group,
      now: this.#now(),
    });
  }

  #publish(): void {
    const next = this.#compose();
    if (isSamePolicy(next, this.inForce)) return;
    this.inForce = next;
    this.#options.onPolicy(next);
  }

  async #remember(change: ContactState): Promise<void> {
    if (JSON.stringify(change) !== JSON.stringify(this.#contacts)) await this.#items.contact.set(change);
    this.#contacts = change;
    this.#publish();
  }

  async #follow(membership: MembershipFields | undefined): Promise<void> {
    this.#session = membership && this.#sessionFor(membership);
    this.#signed = membership && (await this.#policies.load(membership, this.#managed.values));
    this.#membership = membership;
  }

  #sessionFor(membership: MembershipFields): Session {
    const { db, fetch } = this.#options;
    return createSession(membership, { ...this.#items, db, fetch, now: this.#now, url: membership.url });
  }

  async #reload(): Promise<void> {
    const { managed, joined, browserStart } = this.#items;
    const start = (await browserStart.get()) ?? this.#now();
    await browserStart.set(start);
    const before = this.#managed;
    this.#managed = await readManaged(this.#options.managed, managed, this.#now() - start);
    const membership = managedMembership(this.#managed.values) ?? (await joined.get());
    if (JSON.stringify(membership) !== JSON.stringify(this.#membership)) {
      await this.#schedule.reset();
      await this.#follow(membership);
      await this.#remember({});
    } else if (JSON.stringify(before.values) !== JSON.stringify(this.#managed.values)) {
      await this.#follow(membership); // the floor may have risen above the policy in force
      await this.#schedule.next('poll', 0);
    }
    this.#publish();
  }

  async #work(): Promise<void> {
    await this.#reload();
    const [membership, session] = [this.#membership, this.#session];
    if (!membership || !session || !this.#schedule.isDue('paused')) return;
    if (this.#schedule.isDue('poll') && !(await this.#pull(membership, session))) return;
    if (this.#signed === undefined || (await this.#push(membership, session, this.#signed))) await this.#succeeded();
    // Silence would say less than a heartbeat does about an endpoint that answers and refuses.
    else if (this.#contacts.lastFailure === 'unreachable') return;
    if (this.#schedule.isDue('heartbeat')) await this.#beat(membership, session);
  }

  async #pull(membership: MembershipFields, session: Session): Promise<boolean> {
    const result = await this.#policies.pull(membership, this.#managed.values, session);
    if (result.kind === 'failed') return this.#failed(result.failure);
    if (result.kind === 'new') this.#signed = result.policy;
    await this.#nextPoll(result);
    const { refusal: _before, ...contacts } = this.#contacts;
    const refusal = result.kind === 'refused' ? { refusal: result.reason } : {};
    await this.#remember({ ...contacts, lastContact: roundedTime(this.#now()), ...refusal });
    return true;
  }

  async #nextPoll(after?: PullResult): Promise<void> {
    if (after?.kind === 'refused' && isBlobTrouble(after.reason)) return this.#schedule.pollAgain(after.later ?? 0);
    await this.#schedule.listsArrived();
    await this.#schedule.next('poll', this.#signed?.document.pollSeconds ?? 60);
  }

  async #push({ orgId }: MembershipFields, session: Session, signed: GoodPolicy): Promise<boolean> {
    const { db } = this.#options;
    const round = await pushAll({ db, session, now: this.#now, orgId, signer: signed.endpoint });
    if (round.ok) return true;
    if (round.wantsPolicy) await this.#schedule.next('poll', 0);
    return this.#failed(round);
  }

  async #failed({ later, reason }: Pick<Failed, 'later' | 'reason'>): Promise<false> {
    await this.#schedule.failed(later);
    await this.#remember({ ...this.#contacts, lastFailure: reason });
    return false;
  }

  async #succeeded(): Promise<void> {
    const { lastFailure: _over, ...contacts } = this.#contacts;
    await this.#schedule.succeeded();
    await this.#remember(contacts);
  }

  async #beat({ orgId }: MembershipFields, session: Session): Promise<void> {
    const health = await this.#options.health();
    const told = { session, orgId, policy: this.inForce, health, signer: this.#signed?.endpoint };
    const pause = await beat({ ...told, db: this.#options.db, witnessed: this.#items.witnessed, now: this.#now });
    await this.#schedule.next('heartbeat', pause);
  }

  async #join(code: string): Promise<Joined> {
    const floor = this.#managed.values;
    if (managedMembership(floor)) return { ok: false, reason: 'managed-by-it' };
    const sessionFor = (membership: MembershipFields) => this.#sessionFor(membership);
    const joined = await joinByCode(code, { db: this.#options.db, policies: this.#policies, floor, sessionFor });
    if (!joined.ok) return joined;
    await this.#items.joined.set(joined.membership);
    await this.#schedule.reset();
    await this.#follow(joined.membership);
    await this.#nextPoll();
    const refusal = joined.waits === undefined ? {} : { refusal: joined.waits };
    await this.#remember({ lastContact: roundedTime(this.#now()), ...refusal });
    return { ok: true, orgId: joined.membership.orgId };
  }
}
