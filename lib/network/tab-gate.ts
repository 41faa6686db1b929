import type { Browser } from 'webextension-polyfill';
import {
  openingRuleIds,
  openingRules,
  packRuleIds,
  packRules,
  workspaceRuleId,
  workspaceRules,
} from './closed-rules.ts';

/** Opens and closes a tab's prompt requests. The rules live in the browser and outlast the service worker. */
export interface TabGate {
  readonly open: (tabId: number) => Promise<void>;
  readonly close: (tabId: number) => Promise<void>;
  /** The workspaces that may be used; none for all. Kept by the browser, so that it holds from its next start on. */
  readonly setWorkspaces: (ids: readonly string[]) => Promise<void>;
  /** The calls that a site pack adds to the closed ones. */
  readonly setClosed: (filters: readonly string[]) => Promise<void>;
}

export function createTabGate(browser: Browser, family: 'chrome' | 'firefox'): TabGate {
  const { declarativeNetRequest } = browser;
  // One change after the other: each builds on the rules that are there.
  let last: Promise<unknown> = Promise.resolve();
  const change = (edit: (tabIds: readonly number[]) => readonly number[]) => {
    const turn = last.then(async () => {
      const rules = await declarativeNetRequest.getSessionRules();
      const current = rules.find(({ id }) => id === openingRuleIds[0])?.condition.tabIds ?? [];
      const next = edit(current);
      if (next.join() === current.join()) return;
      await declarativeNetRequest.updateSessionRules({
        removeRuleIds: [...openingRuleIds],
        addRules: [...openingRules(next, family)],
      });
    });
    last = turn.catch(() => undefined);
    return turn;
  };
  return {
    open: (tabId) => change((tabIds) => [...new Set([...tabIds, tabId])]),
    close: (tabId) => change((tabIds) => tabIds.filter((each) => each !== tabId)),
    setWorkspaces: (ids) =>
      declarativeNetRequest.updateDynamicRules({
        removeRuleIds: [workspaceRuleId],
        addRules: [...workspaceRules(ids, family)],
      }),
    setClosed: (filters) =>
      declarativeNetRequest.updateSessionRules({
        removeRuleIds: [...packRuleIds],
        addRules: [...packRules(filters, family)],
      }),
  };
}

export interface NavigationWatch {
  readonly onClosed: (tabId: number) => void;
  /** The navigations that closed the tab all ended without a new page. */
  readonly onNothingCame: (tabId: number) => void;
  /** A page that the browser kept may be shown again, and may have tried its gates before the tab was closed. */
  readonly onCameBack: (tabId: number) => void;
}

/**
 * Closes a tab as soon as it navigates, so that its next page starts closed, and when it goes. A navigation may end as a download, be
 * stopped, or be followed by another one: only when none is left and none brought a page is the old page asked.
 */
export function closeOnNavigation(browser: Browser, gate: TabGate, watch: NavigationWatch): void {
  const begun = new Map<number, number>();
  const close = (tabId: number) => {
    watch.onClosed(tabId);
    void gate.close(tabId);
  };
  const { webNavigation, tabs } = browser;
  webNavigation.onBeforeNavigate.addListener(({ tabId, frameId }) => {
    if (frameId !== 0) return;
    begun.set(tabId, (begun.get(tabId) ?? 0) + 1);
    close(tabId);
  });
  webNavigation.onCommitted.addListener(({ tabId, frameId, transitionQualifiers }) => {
    if (frameId !== 0) return;
    begun.delete(tabId);
    if (transitionQualifiers.includes('forward_back')) watch.onCameBack(tabId);
  });
  webNavigation.onErrorOccurred.addListener(({ tabId, frameId }) => {
    const open = begun.get(tabId);
    if (frameId !== 0 || open === undefined) return;
    begun.set(tabId, open - 1);
    if (open > 1) return;
    begun.delete(tabId);
    watch.onNothingCame(tabId);
  });
  tabs.onRemoved.addListener((tabId) => {
    begun.delete(tabId);
    close(tabId);
  });
}
