import type { Browser, WebRequest } from 'webextension-polyfill';
import { scan } from '../dlp/scan.ts';
import type { CompiledPolicy } from '../policy/compile.ts';
import { inspect } from '../policy/inspect.ts';
import type { Inspected } from '../policy/inspect.ts';
import { contentMatches, isCanaryUrl, socketMatches, uploadMatches } from '../sites/chatgpt/hosts.ts';
import { readAtOnce } from '../sites/chatgpt/outgoing.ts';
import type { Caught } from '../sites/chatgpt/outgoing.ts';
import type { Outgoing } from '../sites/types.ts';
import { needsDecision } from '../vocabulary/actions.ts';
import type { Tickets } from './tickets.ts';

type Details = WebRequest.OnBeforeRequestDetailsType;

export interface NetworkRingOptions {
  readonly browser: Browser;
  readonly tickets: Tickets;
  /** The policy in memory; `undefined` in the first moments of a service worker. */
  readonly policy: () => CompiledPolicy;
  /** True where the browser honours a cancel. */
  readonly blocks: () => boolean;
  readonly onCanary: (nonce: string, body: string) => void;
  /** A request that ring 2 let pass and this ring would not. */
  readonly onDisagreement: (found: {
    readonly inspected: Inspected;
    readonly outgoing: Outgoing;
    readonly cancelled: boolean;
  }) => void;
}

/**
 * Ring 3: looks at the bytes again. It sees what no page gate can: workers, first documents of frames, `fetchLater`, pings. Where the
 * browser lets it block, every path of its listener that is not a clear pass ends in cancel.
 */
export function startNetworkRing(options: NetworkRingOptions): void {
  const filter = { urls: [...contentMatches, ...uploadMatches, ...socketMatches] };
  const { onBeforeRequest } = options.browser.webRequest;
  // A browser that grants no blocking ignores the first listener altogether, and must be observed with the second.
  onBeforeRequest.addListener((details) => listen(details, options), filter, ['requestBody', 'blocking']);
  onBeforeRequest.addListener(
    (details) => {
      if (!options.blocks()) listen(details, options);
      return undefined;
    },
    filter,
    ['requestBody'],
  );
}

function listen(details: Details, options: NetworkRingOptions): WebRequest.BlockingResponse {
  try {
    return { cancel: !passes(details, options) };
  } catch {
    return { cancel: true };
  }
}

function passes(details: Details, options: NetworkRingOptions): boolean {
  const url = new URL(details.url);
  const caught = caughtOf(details);
  if (isCanaryUrl(url)) {
    options.onCanary(url.pathname.split('/').at(-1) ?? '', caught.body);
    return false;
  }
  if (details.type === 'main_frame' && caught.kind === 'none') return true; // a link's text is taken out by a rule of the browser
  const outgoing = readAtOnce(caught);
  if (outgoing === undefined) return ticketFor(details, options, -1);
  const length = caught.kind === 'text' ? new TextEncoder().encode(caught.body).length : -1;
  if (outgoing.unreadable.length > 0) return ticketFor(details, options, -1);
  const policy = options.policy();
  const inspected = inspect(outgoing, {
    policy,
    scan,
    surface: outgoing.rule.surface,
    wasTyped: () => false,
    isAllowed: () => false,
  });
  const ticket =
    outgoing.rule.kind === 'prompt' || needsDecision(inspected.verdict.action)
      ? take(details, options, length)
      : undefined;
  if (inspected.complete && !needsDecision(inspected.verdict.action)) return true;
  if (ticket?.verdict === 'allowed') return true;
  options.onDisagreement({ inspected, outgoing, cancelled: options.blocks() });
  return false;
}

function take({ tabId, url, method }: Details, { tickets }: NetworkRingOptions, length: number) {
  return tickets.take({ tabId, url, method, length });
}

/** A body that cannot be read passes with a ticket only. Without a tab there is nobody who could have filed one. */
function ticketFor(details: Details, options: NetworkRingOptions, length: number): boolean {
  return take(details, options, length) !== undefined;
}

function caughtOf({ url, method, requestBody }: Details): Caught {
  const head = { url, method, type: '', encoding: '' };
  if (!requestBody) return { ...head, kind: 'none', body: '' };
  if (requestBody.error !== undefined) return { ...head, kind: 'opaque', body: '' };
  const { formData, raw } = requestBody as unknown as {
    formData?: Record<string, string[]>;
    raw?: { bytes?: ArrayBuffer; file?: string }[];
  };
  if (formData) {
    const fields = Object.entries(formData).flatMap(([key, values]) =>
      values.map((value): [string, string] => [key, value]),
    );
    return {
      ...head,
      type: 'application/x-www-form-urlencoded',
      kind: 'text',
      body: new URLSearchParams(fields).toString(),
    };
  }
  if (!raw || raw.some(({ bytes }) => bytes === undefined)) return { ...head, kind: 'opaque', body: '' };
  return { ...head, ...textOrOpaque(raw.flatMap(({ bytes }) => (bytes ? [new Uint8Array(bytes)] : []))) };
}

function textOrOpaque(chunks: readonly Uint8Array[]): Pick<Caught, 'kind' | 'body'> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    const text = chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join('') + decoder.decode();
    return { kind: text === '' ? 'none' : 'text', body: text };
  } catch {
    return { kind: 'opaque', body: '' }; // not UTF-8
  }
}
