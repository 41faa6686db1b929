import type { Browser } from 'webextension-polyfill';
import { createRecorder } from '../../lib/incidents/recorder.ts';
import type { Recorder } from '../../lib/incidents/recorder.ts';
import { push } from '../../lib/messaging/push.ts';
import { builtInPolicy } from '../../lib/policy/built-in.ts';
import type { PolicyInForce } from '../../lib/policy/in-force.ts';
import { contentMatches } from '../../lib/sites/chatgpt/hosts.ts';
import { openDatabase } from '../../lib/storage/database.ts';
import type { SluiceDatabase } from '../../lib/storage/database.ts';
import { createSync } from '../../lib/sync/sync.ts';
import type { Sync } from '../../lib/sync/sync.ts';
import type { DegradedReason } from '../../lib/vocabulary/states.ts';
import type { Shield } from './shield.ts';
import { versionsOf } from './versions.ts';

/** What needs the database: records, and the tie to the organisation. */
export interface Parts {
  readonly db: SluiceDatabase;
  readonly recorder: Recorder;
  readonly sync: Sync;
}

export interface Keeper {
  /** Rejects when the database cannot be had. */
  readonly parts: Promise<Parts>;
  readonly tick: () => Promise<void>;
  /** Ticks once what was just recorded is due. */
  readonly tickSoon: () => void;
  readonly welcome: () => Promise<void>;
}

/** Longer waits are the alarm's: the worker may be stopped by then. Milliseconds. */
const longestTimer = 20_000;
const pruneEvery = 86_400_000;

export function createKeeper(browser: Browser, shield: Shield): Keeper {
  let corrupt = false;
  let nextPrune = 0;
  const parts = open(browser, shield, () => {
    corrupt = true;
  });
  parts.then(
    ({ sync }) => shield.setTrouble(troubleOf(sync.policyInForce(), corrupt)),
    () => shield.setTrouble(['storage-failed']),
  );
  const tick = async () => {
    const { sync, recorder } = await parts;
    await sync.tick();
    shield.setTrouble(troubleOf(sync.policyInForce(), corrupt));
    if (Date.now() < nextPrune) return;
    nextPrune = Date.now() + pruneEvery;
    await recorder.prune(sync.policyInForce().policy.incidents.retentionDays);
  };
  const quietTick = () => tick().catch(() => undefined); // what failed is in the state already: trouble, contacts, ledger
  return {
    parts,
    tick: quietTick,
    tickSoon() {
      void parts.then(({ sync }) => {
        const [, most] = sync.policyInForce().policy.incidents.pushDelaySeconds;
        for (const pause of [250, most * 1_000 + 250])
          if (pause <= longestTimer) setTimeout(() => void quietTick(), pause);
      });
    },
    async welcome() {
      const { sync } = await parts;
      await sync.tick();
      if ((await sync.membership())?.by !== 'managed')
        await browser.tabs.create({ url: browser.runtime.getURL('welcome.html') });
    },
  };
}

function troubleOf({ refused, stale }: PolicyInForce, corrupt: boolean): readonly DegradedReason[] {
  const reasons: DegradedReason[] = [];
  if (refused !== undefined) reasons.push(refused === 'dictionary-missing' ? refused : 'policy-refused');
  if (stale) reasons.push('policy-stale');
  if (corrupt) reasons.push('storage-failed');
  return reasons;
}

async function open(browser: Browser, shield: Shield, onCorrupt: () => void): Promise<Parts> {
  const { db, rebuilt, corrupt } = await openDatabase();
  if (rebuilt || corrupt.length > 0) onCorrupt();
  const versions = versionsOf(browser);
  const publish = (policy: PolicyInForce) => {
    // The network ring first: tabs file their tickets under the new one as soon as they have it.
    void shield
      .setPolicy(policy)
      .then(() => push(browser, { name: 'policy.changed', matches: contentMatches }, policy));
  };
  const sync = createSync({
    db,
    local: browser.storage.local,
    session: browser.storage.session,
    managed: browser.storage.managed,
    builtIn: builtInPolicy,
    fetch: (...request) => fetch(...request),
    health() {
      const { state, reasons, rings, gates: test, drift, sitePack, privateWindows } = shield.protection();
      const { tried, failed } = test;
      const gates = tried.length > 0 ? { gates: { tried: tried.length, failed: [...failed] } } : {};
      const pack = sitePack.active && sitePack.version > 0 ? { sitePack: sitePack.version } : {};
      const changed = drift.length > 0 ? { drift: [...drift] } : {};
      const privately = privateWindows === undefined ? {} : { privateWindows };
      const known = { ...gates, ...pack, ...changed, ...privately };
      return Promise.resolve({ state, reasons: [...reasons], rings, ...known, ...versions });
    },
    onPolicy: publish,
    onCorrupt,
  });
  await shield.setPolicy(await sync.start());
  const recorder = createRecorder({
    db,
    versions,
    policy: sync.policyInForce,
    orgId: sync.orgId,
    delay: () => sync.policyInForce().policy.incidents.pushDelaySeconds,
    session: await sessionId(browser),
  });
  const tabs = await browser.tabs.query({ url: contentMatches });
  await recorder.recover(new Set(tabs.flatMap(({ id }) => (id === undefined ? [] : [id]))));
  // A dialog that goes with its tab was never answered.
  browser.tabs.onRemoved.addListener((tabId) => void recorder.abandon(tabId));
  shield.onDisagreement((draft, cancelled) => void recorder.record(draft, cancelled ? 'refused' : 'observed'));
  return { db, recorder, sync };
}

/** One per start of the browser, however often the worker is stopped in between. */
async function sessionId(browser: Browser): Promise<string> {
  const stored = (await browser.storage.session.get('session'))['session'];
  if (typeof stored === 'string') return stored;
  const session = crypto.randomUUID();
  await browser.storage.session.set({ session });
  return session;
}
