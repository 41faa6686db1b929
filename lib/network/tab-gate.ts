import type { Browser } from 'webextension-polyfill';
import { openingRuleIds, openingRules } from './closed-rules.ts';

/** Opens and closes a tab's prompt requests. The rules live in the browser and outlast the service worker. */
export interface TabGate {
  readonly open: (tabId: number) => Promise<void>;
  readonly close: (tabId: number) => Promise<void>;
}

export function createTabGate(browser: Browser, family: 'chrome' | 'firefox'): TabGate {
  const update = (tabId: number, addRules: ReturnType<typeof openingRules>) =>
    browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: openingRuleIds(tabId), addRules: [...addRules] });
  return {
    open: (tabId) => update(tabId, openingRules(tabId, family)),
    close: (tabId) => update(tabId, []),
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
