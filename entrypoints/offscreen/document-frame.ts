import type { DocumentPlace } from './document-side.ts';
import type { FromDocumentTask } from './document-task.ts';

/** The sandboxed page: see `entrypoints/document.sandbox/`. */
const page = 'document.html';
/** Milliseconds until it has to be there. */
const patience = 10_000;

/** Messages of it that are heard: it has two or three to say. */
const mostMessages = 16;

/** What its page says first, when its script runs. */
export interface FrameIsReady {
  readonly isReady: true;
}
/** What it says of an error that nobody caught. */
export interface FrameIsBroken {
  readonly isBroken: true;
}
type FromFrame = Partial<FromDocumentTask & FrameIsReady & FrameIsBroken>;

/**
 * A frame without an origin, a network, or anything of the extension, and with a process of its own: whatever a document makes of the
 * library that reads it stays there.
 */
export function documentFrame(): DocumentPlace {
  const frame = document.createElement('iframe');
  const listeners = new Set<(message: FromFrame) => void>();
  let heard = 0;
  const hear = ({ source, data }: MessageEvent<unknown>) => {
    if (source === null || source !== frame.contentWindow) return;
    heard += 1;
    const message = heard > mostMessages ? { isBroken: true as const } : (Object(data) as FromFrame);
    for (const listener of listeners) listener(message);
    if (heard > mostMessages) end();
  };
  const end = () => {
    removeEventListener('message', hear);
    frame.remove();
  };
  addEventListener('message', hear);
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((done) => {
    begin = done;
  });
  const broken = new Promise<never>((_done, fail) => {
    const late = setTimeout(() => fail(new Error('the frame did not come')), patience);
    listeners.add(({ isReady, isBroken }) => {
      if (isReady || isBroken) clearTimeout(late);
      if (isReady) begin();
      if (isBroken) fail(new Error('the frame broke'));
    });
  });
  frame.src = page;
  document.body.append(frame);
  return {
    broken,
    // It has no origin that a message could be meant for; what it may become is in the policy of this page.
    post: (message) => void begun.then(() => frame.contentWindow?.postMessage(message, '*')),
    onSaid: (listener) => void listeners.add(listener),
    end,
  };
}
