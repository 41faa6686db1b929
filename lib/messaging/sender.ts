import type { Runtime } from 'webextension-polyfill';
import type { SenderClass } from './contract.ts';

/** Where a message of a content script comes from, as the browser says it. */
export interface Origin {
  readonly tabId: number;
  readonly frameId: number;
  /** Chromium only: changes with every document, so that an answer cannot reach the next page by mistake. */
  readonly documentId?: string;
}

export interface SenderRules {
  readonly extensionId: string;
  /** Origin of the extension's own pages, without a slash at the end. */
  readonly extensionOrigin: string;
  readonly isProductHost: (host: string) => boolean;
}

/**
 * The one place that reads a sender's fields. `sender.url` proves nothing: a content script is known by our own id, its tab, and an
 * origin or a tab's address that the browser filled in; a page of ours by its origin, in a top frame.
 */
export function classifySender(sender: Runtime.MessageSender, rules: SenderRules): SenderClass | undefined {
  if (sender.id !== rules.extensionId) return undefined;
  const origin = originOf(sender);
  if (origin === rules.extensionOrigin) return isOwnTop(sender, rules) ? 'extension-page' : undefined;
  if (sender.tab?.id === undefined || sender.frameId === undefined) return undefined;
  // A frame without an origin of its own (about:blank, blob:, sandboxed) belongs to the tab that holds it; any other speaks for itself.
  const from = hasNoOrigin(origin) ? sender.tab.url : origin;
  if (!isProductAddress(from, rules)) return undefined;
  return sender.frameId === 0 ? 'content-top' : 'content';
}

/** Tab, frame and document of a content script; `undefined` for whoever has no tab. */
export function originOfSender(sender: Runtime.MessageSender): Origin | undefined {
  const { tab, frameId } = sender;
  if (tab?.id === undefined || frameId === undefined) return undefined;
  const { documentId } = sender as { documentId?: unknown };
  const where = { tabId: tab.id, frameId };
  return typeof documentId === 'string' ? { ...where, documentId } : where;
}

/** Chromium says the origin; Firefox leaves it to the address. */
function originOf(sender: Runtime.MessageSender): string | undefined {
  const { origin } = sender as { origin?: string };
  if (origin !== undefined) return origin;
  return sender.url !== undefined && URL.canParse(sender.url) ? originOfUrl(new URL(sender.url)) : undefined;
}

/** The origin of an address. Some engines call an extension's own opaque; two opaque ones would look the same. */
export function originOfUrl(url: URL): string {
  return url.protocol.endsWith('-extension:') ? `${url.protocol}//${url.host}` : url.origin;
}

function hasNoOrigin(origin: string | undefined): boolean {
  return origin === undefined || origin === 'null' || origin === '';
}

/** A page of ours that another page frames must not be trusted: its buttons may be pressed by a trick. */
function isOwnTop({ tab, frameId }: Runtime.MessageSender, { extensionOrigin }: SenderRules): boolean {
  if (tab === undefined) return true; // the popup, an offscreen document
  if (frameId !== undefined && frameId !== 0) return false;
  return tab.url === undefined || !URL.canParse(tab.url) || originOfUrl(new URL(tab.url)) === extensionOrigin;
}

function isProductAddress(address: string | undefined, { isProductHost }: SenderRules): boolean {
  if (address === undefined || !URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' && isProductHost(hostname);
}
