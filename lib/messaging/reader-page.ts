import type { Browser } from 'webextension-polyfill';
import type { ScanResult } from '../dlp/types.ts';
import type { Replacement } from '../files/rewrite.ts';
import type { PolicyInForce } from '../policy/in-force.ts';

/** How far a scan beside the tabs is, or what came of it. `share` is 0..1. */
export type FarScanState = { readonly share: number } | { readonly result: ScanResult };

/** What came of a document: in how many parts its text can be taken, and those of its copy; `partly` where a part of it cannot be read. */
export type DocumentOutcome =
  | { readonly ok: true; readonly text: number; readonly copy: number; readonly partly: boolean }
  | { readonly ok: false };

/** What the service worker asks of the page that does what is too large for every tab. */
export type ReaderRequest =
  | { readonly reader: 'document-begin'; readonly parts: number }
  /** `data` is Base64. */
  | { readonly reader: 'document-part'; readonly place: number; readonly data: string }
  /** Answered with a `DocumentOutcome`; with changes of a copy in which they were made. */
  | { readonly reader: 'document-read'; readonly changes: readonly Replacement[] | undefined }
  | { readonly reader: 'document-take'; readonly of: 'text' | 'copy'; readonly place: number }
  | { readonly reader: 'scan-begin'; readonly inForce: PolicyInForce; readonly parts: number }
  | { readonly reader: 'scan-part'; readonly place: number; readonly text: string }
  | { readonly reader: 'scan-wait' };

const readers: ReadonlySet<unknown> = new Set<ReaderRequest['reader']>([
  'document-begin',
  'document-part',
  'document-read',
  'document-take',
  'scan-begin',
  'scan-part',
  'scan-wait',
]);

/** The request in a message; `undefined` for any other message. Only our own service worker sends them: see the caller. */
export function readRequest(message: unknown): ReaderRequest | undefined {
  return readers.has((Object(message) as { reader?: unknown }).reader) ? (message as ReaderRequest) : undefined;
}

/** Chromium reads documents in a frame without an origin, Firefox in a worker. */
const offscreenPage = '/offscreen.html';
const readerPage = '/reader.html';
const patience = 30_000;

interface Offscreen {
  readonly createDocument: (options: { url: string; reasons: string[]; justification: string }) => Promise<void>;
  readonly closeDocument: () => Promise<void>;
}

/** What the page answers; rejects where there is no answer. */
export type AskReader = (request: ReaderRequest) => Promise<unknown>;

export interface ReaderPage {
  /** Has the page open while `use` runs. Rejects where nobody wants it any more when its turn comes. */
  readonly within: <Value>(use: (ask: AskReader) => Promise<Value>, isWanted: () => boolean) => Promise<Value>;
}

/**
 * The page is there while something is read, and not longer: documents are large, and what people say is not kept. They are read one
 * after the other.
 */
export function createReaderPage(browser: Browser): ReaderPage {
  void closePage(); // one that a stopped worker left behind
  let last: Promise<unknown> = Promise.resolve();
  const ask: AskReader = (request) => withPatience(browser.runtime.sendMessage(request));
  const useOnce = async <Value>(use: (ask: AskReader) => Promise<Value>): Promise<Value> => {
    try {
      await withPatience(openPage(browser));
      return await use(ask);
    } finally {
      await closePage();
    }
  };
  return {
    within(use, isWanted) {
      const turn = last.then(() => {
        if (isWanted()) return useOnce(use);
        throw new Error('nobody waits any more');
      });
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}

function offscreen(): Offscreen | undefined {
  return (globalThis as { chrome?: { offscreen?: Offscreen } }).chrome?.offscreen;
}

/** Chromium has pages for this; the background of Firefox is a page itself, and holds it in a frame. */
async function openPage(browser: Browser): Promise<void> {
  const chromium = offscreen();
  if (chromium) {
    await closePage();
    await chromium.createDocument({
      url: offscreenPage,
      reasons: ['IFRAME_SCRIPTING', 'WORKERS'],
      justification:
        'Reads the text of documents before they are attached, and checks long texts, beside the tabs and not in them.',
    });
    return;
  }
  const frame = document.createElement('iframe');
  const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
  frame.src = browser.runtime.getURL(readerPage);
  document.body.append(frame);
  await loaded;
}

async function closePage(): Promise<void> {
  const chromium = offscreen();
  if (chromium) await chromium.closeDocument().catch(() => undefined);
  else for (const frame of document.querySelectorAll('iframe')) frame.remove();
}

/** Leaves no timer behind: what it waited for would be kept with it. */
async function withPatience<Value>(answer: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<never>((_done, fail) => {
    timer = setTimeout(() => fail(new Error('no answer')), patience);
  });
  try {
    return await Promise.race([answer, end]);
  } finally {
    clearTimeout(timer);
  }
}
