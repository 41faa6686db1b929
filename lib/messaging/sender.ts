import type { Runtime } from 'webextension-polyfill';
import type { SenderClass } from './contract.ts';

/** Where a message of a content script comes from. */
export interface Origin {
  readonly tabId: number;
  readonly frameId: number;
}

export interface SenderRules {
  readonly extensionId: string;
  /** Origin of the extension's own pages, without a slash at the end. */
  readonly extensionOrigin: string;
  readonly isProductHost: (host: string) => boolean;
}

/**
 * The one place that reads a sender's fields. `sender.url` proves nothing: a content script is known by our own id, its tab and the
 * tab's address as the browser says it; a page of ours by its origin.
 */
export function classifySender(sender: Runtime.MessageSender, rules: SenderRules): SenderClass | undefined {
  if (sender.id !== rules.extensionId) return undefined;
  if (originOf(sender) === rules.extensionOrigin) return 'extension-page';
  if (sender.tab?.id === undefined || sender.frameId === undefined) return undefined;
  // A frame without an address of its own (about:blank, blob:) belongs to the page that holds it.
  const own = productAddress(originOf(sender), rules);
  const tab = productAddress(sender.tab.url, rules);
  if (sender.frameId === 0) return own || tab ? 'content-top' : undefined;
  return own || tab ? 'content' : undefined;
}

export function originOfSender({ tab, frameId }: Runtime.MessageSender): Origin | undefined {
  return tab?.id === undefined || frameId === undefined ? undefined : { tabId: tab.id, frameId };
}

/** Chromium says the origin; Firefox leaves it to the address. */
function originOf(sender: Runtime.MessageSender): string | undefined {
  const { origin } = sender as { origin?: string };
  if (origin !== undefined) return origin;
  return sender.url !== undefined && URL.canParse(sender.url) ? new URL(sender.url).origin : undefined;
}

function productAddress(address: string | undefined, { isProductHost }: SenderRules): boolean {
  if (address === undefined || !URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' && isProductHost(hostname);
}
