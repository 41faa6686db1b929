/** Hosts of the product, seen 2026-11. Frames of these get both content scripts. */
const productHosts = /^(?:(?:[a-z0-9-]+\.)*chatgpt\.com|chat\.openai\.com)$/;

/** Hosts that take file bytes. */
const uploadHosts = /^(?:[a-z0-9-]+\.)*(?:oaiusercontent\.com|blob\.core\.windows\.net)$/;

export function isProductHost(host: string): boolean {
  return productHosts.test(host);
}

export function isUploadHost(host: string): boolean {
  return uploadHosts.test(host);
}

/** The page's own socket, which it opens while it loads. The one long part of its path is the id of an account. Seen 2026-11. */
const ownSocket = /^wss:\/\/ws\.chatgpt\.com\/p\d{1,2}\/ws\/user\/user-[A-Za-z0-9]{8,40}(?:\?verify=[^&#]{1,512})?$/;

export function isOwnSocket(url: string): boolean {
  return ownSocket.test(url);
}

/** Match patterns for the manifest. */
export const contentMatches = ['https://chatgpt.com/*', 'https://*.chatgpt.com/*', 'https://chat.openai.com/*'];
export const uploadMatches = ['https://*.oaiusercontent.com/*', 'https://*.blob.core.windows.net/*'];
export const socketMatches = ['wss://*.chatgpt.com/*'];

/** Reserved addresses that static rules always block: where canaries go, and what is refused is turned to. */
export const canaryUrl = 'https://chatgpt.com/.well-known/sluice-canary';
export const canarySocketUrl = 'wss://ws.chatgpt.com/.well-known/sluice-canary';

/** A canary by its address: whose it is, and the gate that it was sent through; `gate` is '' for one that is let go. */
export interface CanaryAddress {
  readonly nonce: string;
  readonly gate: string;
}

/** Reads `https://…/nonce`, `…/nonce/gate` and `…/nonce/gate?text`; `undefined` for any address that is not reserved. */
export function readCanaryUrl(url: string): CanaryAddress | undefined {
  const base = [canaryUrl, canarySocketUrl].find((each) => url.startsWith(`${each}/`));
  if (base === undefined) return undefined;
  const [nonce = '', gate = ''] = url.slice(base.length + 1).split(/[/?#]/);
  return { nonce, gate };
}

const longestTicketUrl = 4_096;

/** An address as tickets hold it: without its fragment, which is never sent, and cut where it is very long. */
export function ticketUrl(url: string): string {
  return url.replace(/#.*$/s, '').slice(0, longestTicketUrl);
}

/** The synthetic secret; `nonce` is 32 hex digits. */
export function canaryText(nonce: string): string {
  return `SLUICE-CANARY-${nonce}`;
}
