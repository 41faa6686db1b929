import type { Browser, WebRequest } from 'webextension-polyfill';
import { scan } from '../dlp/scan.ts';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { CompiledPolicy } from '../policy/compile.ts';
import { inspect } from '../policy/inspect.ts';
import type { Inspected } from '../policy/inspect.ts';
import {
  contentMatches,
  isProductHost,
  isUploadHost,
  readCanaryUrl,
  socketMatches,
  ticketUrl,
  uploadMatches,
} from '../sites/chatgpt/hosts.ts';
import type { CanaryAddress } from '../sites/chatgpt/hosts.ts';
import { isLinkText } from '../sites/chatgpt/link-text.ts';
import { readAtOnce } from '../sites/chatgpt/outgoing.ts';
import { withoutDraft } from '../sites/chatgpt/shapes.ts';
import type { Outgoing } from '../sites/types.ts';
import { needsDecision } from '../vocabulary/actions.ts';
import { caughtOf } from './caught.ts';
import type { CaughtRequest } from './caught.ts';
import type { FiledTicket, Tickets } from './tickets.ts';

type Details = WebRequest.OnBeforeRequestDetailsType;

export interface NetworkRingOptions {
  readonly browser: Browser;
  readonly family: 'chrome' | 'firefox';
  readonly tickets: Tickets;
  /** The policy in memory; `undefined` in the first moments of a service worker. */
  readonly policy: () => CompiledPolicy;
  /** `epoch.seq` of it. */
  readonly policyVersion: () => string;
  /** True where the browser honours a cancel. */
  readonly blocks: () => boolean;
  readonly onCanary: (canary: CanaryAddress) => void;
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
  const caught = caughtOf(details, options.family);
  const canary = readCanaryUrl(url.href);
  if (canary) {
    options.onCanary(canary);
    return false;
  }
  if (details.type === 'main_frame' && isLinkText(url)) return true; // a rule of the browser takes the text out
  if (isOfAnotherSite(url, details)) return true;
  const outgoing = readAtOnce(caught, options.policy().site);
  if (outgoing !== undefined && carriesDraft(outgoing)) return false;
  if (outgoing === undefined || outgoing.unreadable.length > 0) return take(details, caught, options) !== undefined;
  const inspected = inspect(outgoing, {
    policy: options.policy(),
    scan,
    surface: outgoing.rule.surface,
    wasTyped: () => false,
    isAllowed: () => false,
  });
  const ticket = take(details, caught, options);
  if (ticket?.verdict === 'allowed') return true;
  const clean = inspected.complete && !needsDecision(inspected.verdict.action);
  if (clean && (ticket !== undefined || !mayHideFiles(details, caught, outgoing))) return true;
  options.onDisagreement({ inspected, outgoing, cancelled: options.blocks() });
  return false;
}

/** The storage hosts serve everybody: what another site puts there is no business of ours. */
function isOfAnotherSite(url: URL, details: Details): boolean {
  if (!isUploadHost(url.hostname)) return false;
  const { initiator, originUrl, documentUrl } = details as { initiator?: string } & Details;
  const from = initiator ?? originUrl ?? documentUrl;
  if (from === undefined || !URL.canParse(from)) return false;
  const { protocol, hostname } = new URL(from);
  return protocol === 'https:' && !isProductHost(hostname) && !isUploadHost(hostname);
}

/** The page gate has taken drafts out and answers autocompletions itself: what comes here went past it, and nobody waits for it. */
function carriesDraft({ rule, json }: Outgoing): boolean {
  return rule.kind === 'completion' || (rule.kind === 'draft' && withoutDraft(json) !== undefined);
}

/** Chromium shows a form with files without the files. */
function mayHideFiles({ type }: Details, { form }: CaughtRequest, { rule }: Outgoing): boolean {
  // The files of a form that navigates were checked when they were chosen.
  if (type === 'main_frame' || type === 'sub_frame') return false;
  return form && rule.kind !== 'telemetry' && rule.kind !== 'machine';
}

/** A body that cannot be read passes with a ticket only. Without a tab there is nobody who could have filed one. */
function take(details: Details, caught: CaughtRequest, options: NetworkRingOptions): FiledTicket | undefined {
  const { tabId, frameId, url, method } = details;
  const readable = caught.kind === 'text' && !caught.form;
  const bytes = new TextEncoder().encode(readable ? caught.body : '');
  const body = readable ? { length: bytes.length, digest: bytesToHex(sha256(bytes)) } : { length: -1 };
  return options.tickets.take({
    tabId,
    frameId,
    url: ticketUrl(url),
    method,
    policy: options.policyVersion(),
    ...body,
  });
}
