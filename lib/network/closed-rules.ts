import type { DeclarativeNetRequest } from 'webextension-polyfill';
import { closedUntilCheckIn } from '../sites/chatgpt/calls.ts';
import { allowedWorkspaces } from '../sites/chatgpt/account.ts';
import { canarySocketUrl, canaryUrl } from '../sites/chatgpt/hosts.ts';
import { linkText } from '../sites/chatgpt/link-text.ts';

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
/** Firefox gives its rules the address of a socket's handshake, which is `https:`. */
const sockets = '^(wss|https)://([a-z0-9-]+\\.)*chatgpt\\.com/';
const canarySockets = `||${canarySocketUrl.replace('wss://', '')}/`;

/** Where the text of a link waits for the composer: a fragment is never sent to a server. */
export const fragmentKey = 'sluice-text';

const domains = ['chatgpt.com', 'chat.openai.com'];

/** Rules that are always there, whatever became of the service worker. */
export function staticRules(browser: 'chrome' | 'firefox'): readonly Rule[] {
  const resourceTypes = [...typesFor(browser)];
  const closed = closedUntilCheckIn.map((urlFilter, index) => ({
    id: 10 + index,
    priority: 1,
    action: { type: 'block' },
    condition: { urlFilter, requestDomains: domains, requestMethods: [...writing], resourceTypes },
  }));
  const rules = [
    ...closed,
    {
      id: 2,
      priority: 1,
      action: { type: 'block' },
      condition: { regexFilter: sockets, resourceTypes: ['websocket'] },
    },
    { id: 3, priority: 100, action: { type: 'block' }, condition: { urlFilter: `|${canaryUrl}/`, resourceTypes } },
    {
      id: 8,
      priority: 100,
      action: { type: 'block' },
      condition: { urlFilter: canarySockets, resourceTypes: ['websocket'] },
    },
    // Text of a link is taken out of the navigation and offered in the composer.
    ...linkText.map((regexFilter, index) => ({
      id: 4 + index,
      priority: 50,
      action: { type: 'redirect', redirect: { regexSubstitution: `https://\\1\\2#${fragmentKey}=\\3` } },
      condition: { regexFilter, resourceTypes: ['main_frame'] },
    })),
  ];
  return rules as unknown as readonly Rule[];
}

/** Ids of the two session rules. They list all tabs that are open for prompts: tab ids are too large to make rule ids from. */
export const openingRuleIds = [1, 2] as const;

/** What opens the prompt requests and sockets of these tabs; nothing where there are none. */
export function openingRules(tabIds: readonly number[], browser: 'chrome' | 'firefox'): readonly Rule[] {
  if (tabIds.length === 0) return [];
  const [requests, socketId] = openingRuleIds;
  const open = { priority: 10, action: { type: 'allow' } };
  const rules = [
    {
      ...open,
      id: requests,
      condition: {
        requestDomains: domains,
        requestMethods: [...writing],
        resourceTypes: [...typesFor(browser)],
        tabIds: [...tabIds],
      },
    },
    { ...open, id: socketId, condition: { regexFilter: sockets, resourceTypes: ['websocket'], tabIds: [...tabIds] } },
  ];
  return rules as unknown as readonly Rule[];
}

/** Ids of the rules that a site pack adds, counted from here. */
export const packRuleIds = Array.from({ length: 20 }, (_, index) => 100 + index);

/** Closes the calls of a site pack until a tab's gates have checked in, as the static rules do with those that are built in. */
export function packRules(closed: readonly string[], browser: 'chrome' | 'firefox'): readonly Rule[] {
  const rules = packRuleIds.slice(0, closed.length).map((id, index) => ({
    id,
    priority: 1,
    action: { type: 'block' },
    condition: {
      urlFilter: closed[index],
      requestDomains: domains,
      requestMethods: [...writing],
      resourceTypes: [...typesFor(browser)],
    },
  }));
  return rules as unknown as readonly Rule[];
}

/** Above the rule that opens a tab, which would keep headers as they are. */
const headerPriority = 20;
export const workspaceRuleId = 1;

/** Tells the product with each request which workspaces may be used; it refuses every other account. */
export function workspaceRules(workspaces: readonly string[], browser: 'chrome' | 'firefox'): readonly Rule[] {
  if (workspaces.length === 0) return [];
  const rule = {
    id: workspaceRuleId,
    priority: headerPriority,
    action: {
      type: 'modifyHeaders',
      requestHeaders: [{ header: allowedWorkspaces, operation: 'set', value: workspaces.join(',') }],
    },
    condition: { requestDomains: domains, resourceTypes: [...typesFor(browser), 'websocket'] },
  };
  return [rule] as unknown as readonly Rule[];
}
