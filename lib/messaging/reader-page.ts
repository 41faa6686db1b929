import type { Browser } from 'webextension-polyfill';

/** What the service worker asks of the page that reads documents. */
interface ReadRequest {
  readonly reader: 'document';
  /** Base64. */
  readonly data: string;
}

/** The data of a request; `undefined` for any other message. */
export function readRequest(message: unknown): string | undefined {
  const { reader, data } = Object(message) as Partial<Record<keyof ReadRequest, unknown>>;
  return reader === 'document' && typeof data === 'string' ? data : undefined;
}

const page = '/offscreen.html';
const patience = 30_000;

interface Offscreen {
  readonly createDocument: (options: { url: string; reasons: string[]; justification: string }) => Promise<void>;
  readonly closeDocument: () => Promise<void>;
}

export interface ReaderPage {
  /** What the page answers; rejects where there is none. */
  readonly read: (data: string) => Promise<unknown>;
}

/** The page is there while something is read, and not longer: documents are large. They are read one after the other. */
export function createReaderPage(browser: Browser): ReaderPage {
  let last: Promise<unknown> = Promise.resolve();
  const readOne = async (data: string): Promise<unknown> => {
    try {
      await openPage(browser);
      return await withPatience(browser.runtime.sendMessage({ reader: 'document', data } satisfies ReadRequest));
    } finally {
      await closePage();
    }
  };
  return {
    read(data) {
      const turn = last.then(() => readOne(data));
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
    await chromium.closeDocument().catch(() => undefined); // one that a stopped worker left behind
    await chromium.createDocument({
      url: page,
      reasons: ['DOM_PARSER'],
      justification:
        'Reads the text of documents before they are attached, with a parser that is too large for every tab.',
    });
    return;
  }
  const frame = document.createElement('iframe');
  const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
  frame.src = browser.runtime.getURL(page);
  document.body.append(frame);
  await loaded;
}

async function closePage(): Promise<void> {
  const chromium = offscreen();
  if (chromium) await chromium.closeDocument().catch(() => undefined);
  else for (const frame of document.querySelectorAll('iframe')) frame.remove();
}

function withPatience<Value>(answer: Promise<Value>): Promise<Value> {
  return Promise.race([
    answer,
    new Promise<never>((_done, fail) => {
      setTimeout(() => fail(new Error('no answer')), patience);
    }),
  ]);
}
