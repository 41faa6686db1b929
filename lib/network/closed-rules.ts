import type { DeclarativeNetRequest } from 'webextension-polyfill';
import { closedUntilCheckIn } from '../sites/chatgpt/calls.ts';
import { canaryUrl } from '../sites/chatgpt/hosts.ts';

type Rule = DeclarativeNetRequest.Rule;

const everyType = [
  'main_frame',
  'sub_frame',
  'xmlhttprequest',
  'ping',
  'beacon',
  'object',
  'media',
  'image',
  'script',
  'stylesheet',
  'font',
  'other',
] as const;
/** Firefox says `beacon`, Chromium says `ping`; each refuses the other's word. */
const typesFor = (browser: 'chrome' | 'firefox') =>
  everyType.filter((type) => type !== (browser === 'firefox' ? 'ping' : 'beacon'));

const writing = ['post', 'put', 'patch'] as const;
const sockets = '^wss://([a-z0-9-]+\\.)*chatgpt\\.com/';

/** Where the text of a link waits for the composer: a fragment is never sent to a server. */
export const fragmentKey = 'sluice-text';

/** Rules that are always there, whatever became of the service worker. */
export function staticRules(browser: 'chrome' | 'firefox'): readonly Rule[] {
  return [
    {
      id: 1,
      priority: 1,
      action: { type: 'block' },
      condition: {
        regexFilter: closedUntilCheckIn,
        requestMethods: [...writing],
        resourceTypes: [...typesFor(browser)],
      },
    },
    {
      id: 2,
      priority: 1,
      action: { type: 'block' },
      condition: { regexFilter: sockets, resourceTypes: ['websocket'] },
    },
    {
      id: 3,
      priority: 100,
      action: { type: 'block' },
      condition: { urlFilter: `|${canaryUrl}/`, resourceTypes: [...typesFor(browser)] },
    },
    {
      // Text of a link is taken out of the navigation and offered in the composer.
      id: 4,
      priority: 50,
      action: { type: 'redirect', redirect: { regexSubstitution: `https://chatgpt.com/#${fragmentKey}=\\3` } },
      condition: {
        regexFilter: '^https://(chatgpt\\.com|chat\\.openai\\.com)/\\?([^#]*&)?(?:q|prompt|prompt-textarea)=([^&#]*)',
        resourceTypes: ['main_frame'],
      },
    },
  ] as unknown as readonly Rule[];
}

const first = 1_000;
const idsOf = (tabId: number) => [first + 2 * tabId, first + 2 * tabId + 1] as const;

/** What opens one tab's prompt requests and sockets. */
export function openingRules(tabId: number, browser: 'chrome' | 'firefox'): readonly Rule[] {
  const [requests, socketId] = idsOf(tabId);
  return [
    {
      id: requests,
      priority: 10,
      action: { type: 'allow' },
      condition: {
        regexFilter: closedUntilCheckIn,
        requestMethods: [...writing],
        resourceTypes: [...typesFor(browser)],
        tabIds: [tabId],
      },
    },
    {
      id: socketId,
      priority: 10,
      action: { type: 'allow' },
      condition: { regexFilter: sockets, resourceTypes: ['websocket'], tabIds: [tabId] },
    },
  ] as unknown as readonly Rule[];
}

export function openingRuleIds(tabId: number): number[] {
  return [...idsOf(tabId)];
}
