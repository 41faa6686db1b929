import type { Browser } from 'webextension-polyfill';
import type { IncidentDraft, Ticket } from '../../lib/messaging/contract.ts';
import type { CheckIn, Protection } from '../../lib/messaging/protection.ts';
import type { Origin } from '../../lib/messaging/sender.ts';
import { push, pushTo } from '../../lib/messaging/push.ts';
import { startNetworkRing } from '../../lib/network/network-ring.ts';
import { createCanaryPost, overallProtection, protectionOf } from '../../lib/network/protection.ts';
import type { TabProtection } from '../../lib/network/protection.ts';
import { closeOnNavigation, createTabGate } from '../../lib/network/tab-gate.ts';
import { createTickets } from '../../lib/network/tickets.ts';
import { builtInPolicy } from '../../lib/policy/built-in.ts';
import { beforeCompiling, compilePolicy } from '../../lib/policy/compile.ts';
import { policyVersion } from '../../lib/policy/in-force.ts';
import type { PolicyInForce } from '../../lib/policy/in-force.ts';
import { reportedRule } from '../../lib/policy/reported-rule.ts';
import { contentMatches } from '../../lib/sites/chatgpt/hosts.ts';
import { lengthBucket } from '../../lib/vocabulary/content.ts';
import type { DegradedReason, DriftKind, PrivateWindowState } from '../../lib/vocabulary/states.ts';

/** Ring 3, and what is known of the rings of every tab. */
export interface Shield {
  /** Resolves when the network ring judges by it, or by a later one. */
  readonly setPolicy: (policy: PolicyInForce) => Promise<void>;
  /** `epoch.seq` of the policy that the network ring judges by. */
  readonly policyVersion: () => string;
  readonly checkIn: (checkIn: CheckIn, origin: Origin) => Promise<Protection>;
  readonly fileTicket: (ticket: Ticket, origin: Origin) => Promise<void>;
  readonly noteDrift: (kind: DriftKind, origin: Origin) => Promise<void>;
  readonly protection: () => Protection;
  /** What is wrong besides the tabs: a policy that was refused, a database that cannot be written. */
  readonly setTrouble: (reasons: readonly DegradedReason[]) => void;
  /** Called for each request that ring 2 let pass and this ring would not. */
  readonly onDisagreement: (handler: (draft: IncidentDraft, cancelled: boolean) => void) => void;
  readonly ready: Promise<void>;
}

const tabsKey = 'tabs';
const framesKey = 'frames';
const driftKey = 'drift';

export function createShield(browser: Browser): Shield {
  const family = browser.runtime.getURL('').startsWith('moz-') ? 'firefox' : 'chrome';
  const session = browser.storage.session;
  const tickets = createTickets(session);
  const gate = createTabGate(browser, family);
  const canaries = createCanaryPost();
  const tabs = new Map<number, TabProtection>();
  /** By tab: the last of its frames whose gates did not hold. */
  const frames = new Map<number, TabProtection>();
  /** By tab: how many tests of its gates began, or were made void by a navigation. */
  const turns = new Map<number, number>();
  const nextTurn = (tabId: number) => {
    const turn = (turns.get(tabId) ?? 0) + 1;
    turns.set(tabId, turn);
    return turn;
  };
  let policy = compilePolicy(builtInPolicy);
  let latest: PolicyInForce | undefined;
  let version = '0.0';
  let blocks = family === 'firefox';
  let trouble: readonly DegradedReason[] = [];
  let drift: readonly DriftKind[] = [];
  let triedPack = 0;
  /** A browser in which that changes starts the extension anew. */
  let privateWindows: PrivateWindowState | undefined;
  /** What stands on the icon, once this worker has said it. */
  let badge: string | undefined;
  let disagreed: (draft: IncidentDraft, cancelled: boolean) => void = () => undefined;

  startNetworkRing({
    browser,
    family,
    tickets,
    policy: () => policy,
    policyVersion: () => version,
    blocks: () => blocks,
    onCanary: canaries.seen,
    onDisagreement({ inspected, outgoing, cancelled }) {
      const { verdict, text } = inspected;
      const findings = verdict.findings.map(({ detector, category, severity, action, rule }) => ({
        detector,
        version: 1,
        rule: reportedRule(policy, rule),
        category,
        severity,
        action,
        count: 1,
      }));
      const draft: IncidentDraft = {
        surface: outgoing.rule.surface,
        action: verdict.action,
        findings: findings.slice(0, 100),
        length: lengthBucket(text.length),
        ring: 'network',
        urgent: true,
      };
      disagreed(draft, cancelled);
    },
  });
  const gatesAgain = (tabId: number) => void pushTo(browser, tabId, { name: 'gates.again', value: null });
  closeOnNavigation(browser, gate, {
    onClosed(tabId) {
      tabs.delete(tabId);
      frames.delete(tabId);
      nextTurn(tabId);
      void saveTabs();
    },
    // Its page is still there: a download, or a click that was taken back. The gates open it again, if they still hold.
    onNothingCame: gatesAgain,
    onCameBack: gatesAgain,
  });

  const saveDrift = () => session.set({ [driftKey]: { kinds: drift, triedPack } });
  const saveTabs = () => session.set({ [tabsKey]: [...tabs], [framesKey]: [...frames] });
  const reasons = () => (policy.problems.length > 0 ? [...trouble, 'rule-broken' as const] : trouble);
  const protection = (): Protection => {
    const { version: pack } = policy.site;
    const sitePack = { version: pack, active: pack === triedPack };
    return { ...overallProtection([...tabs.values(), ...frames.values()], reasons()), drift, sitePack, privateWindows };
  };
  const ready = restore();

  async function restore(): Promise<void> {
    const stored = (await session.get([tabsKey, framesKey])) as Record<string, [number, TabProtection][] | undefined>;
    for (const [tabId, known] of stored[tabsKey] ?? []) if (!tabs.has(tabId)) tabs.set(tabId, known);
    for (const [tabId, known] of stored[framesKey] ?? []) if (!frames.has(tabId)) frames.set(tabId, known);
    const noted = (await session.get(driftKey))[driftKey] as { kinds: DriftKind[]; triedPack: number } | undefined;
    drift = [...new Set([...(noted?.kinds ?? []), ...drift])];
    triedPack = noted?.triedPack ?? triedPack;
    await tickets.restore();
    // The only thing that tells whether the browser honours a cancel: an unpacked Chrome extension may ask and is ignored.
    if (family === 'chrome') blocks = await browser.permissions.contains({ permissions: ['webRequestBlocking'] });
    privateWindows = (await browser.extension.isAllowedIncognitoAccess()) ? 'allowed' : 'not-allowed';
  }

  async function announce(): Promise<void> {
    const text = protection().state === 'degraded' ? '!' : '';
    if (text === badge) return;
    await browser.action.setBadgeText({ text });
    badge = text;
    await browser.action.setBadgeBackgroundColor({ color: '#b45309' });
  }

  function apply(next: PolicyInForce): void {
    policy = compilePolicy(next.policy, next);
    version = policyVersion(next);
    void gate.setClosed(policy.site.closed);
    void gate.setWorkspaces(next.policy.accounts?.workspaces ?? []);
    // A pack counts once the canary passed with it, so the tabs that are open try their gates again.
    void ready.then(() => {
      if (policy.site.version !== triedPack) void push(browser, { name: 'gates.again', matches: contentMatches }, null);
    });
  }

  return {
    ready,
    protection,
    policyVersion: () => version,
    async setPolicy(next) {
      latest = next;
      await beforeCompiling(next.policy);
      if (latest === next) apply(next);
    },
    setTrouble(reasons) {
      if (reasons.join() === trouble.join()) return;
      trouble = reasons;
      void announce();
    },
    onDisagreement: (handler) => {
      disagreed = handler;
    },
    async fileTicket(ticket, { tabId, frameId }) {
      await ready;
      tickets.file({ ...ticket, tabId, frameId });
    },
    async noteDrift(kind, { tabId }) {
      await ready;
      drift = [...drift.filter((each) => each !== kind), kind];
      const known = tabs.get(tabId);
      if (known && !known.reasons.includes('page-changed'))
        tabs.set(tabId, { ...known, reasons: [...known.reasons, 'page-changed'] });
      await saveTabs();
      await saveDrift();
      await announce();
    },
    async checkIn(checkIn, { tabId, frameId }) {
      await ready;
      const { nonce, triedWith, sitePack } = checkIn;
      const found = (arrived: boolean) => protectionOf(checkIn, { past: canaries.past(triedWith), arrived, blocks });
      if (frameId !== 0) {
        if (found(true).gates.failed.length > 0) {
          frames.set(tabId, found(true));
          await saveTabs();
          await announce();
        }
        return protection();
      }
      const turn = nextTurn(tabId);
      if (found(true).page === 'stops') await gate.open(tabId);
      const arrived = await canaries.wait(nonce);
      if (turns.get(tabId) !== turn) return protection(); // another test began since, or another page
      const known = found(arrived);
      tabs.set(tabId, known);
      if (known.page !== 'stops') await gate.close(tabId);
      else if (arrived && sitePack === policy.site.version && sitePack !== triedPack) {
        triedPack = sitePack;
        await saveDrift();
      }
      await saveTabs();
      await announce();
      return protection();
    },
  };
}
