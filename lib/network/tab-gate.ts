import type { Browser } from 'webextension-polyfill';
import { openingRuleIds, openingRules } from './closed-rules.ts';

/** Opens and closes a tab's prompt requests. The rules live in the browser and outlast the service worker. */
export interface TabGate {
  readonly open: (tabId: number) => Promise<void>;
  readonly close: (tabId: number) => Promise<void>;
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
  };
}

/** Closes a tab as soon as it navigates, so that its next page starts closed, and when it goes. */
export function closeOnNavigation(browser: Browser, gate: TabGate, onClosed: (tabId: number) => void): void {
  const close = (tabId: number) => {
    onClosed(tabId);
    void gate.close(tabId);
  };
  browser.webNavigation.onBeforeNavigate.addListener(({ tabId, frameId }) => {
    if (frameId === 0) close(tabId);
  });
  browser.tabs.onRemoved.addListener(close);
}
