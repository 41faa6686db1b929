import type { Replacement } from '../../lib/files/rewrite.ts';
import type { DocumentOutcome } from '../../lib/messaging/reader-page.ts';
import type { FromDocumentWorker, MadeDocument, ToDocumentWorker } from './document-worker.ts';

/** Milliseconds for one document. What takes longer cannot be looked into. */
const longest = 20_000;

/** One document at a time, in a worker that is ended with it. */
export function createDocumentWorker(start: () => Worker, limit = longest) {
  let worker: Worker | undefined;
  let broken: Promise<never> | undefined;
  let made: MadeDocument = { ok: false };
  const post = (message: ToDocumentWorker) => worker?.postMessage(message);
  const makeWithin = (changes: readonly Replacement[] | undefined) =>
    new Promise<MadeDocument>((done) => {
      const end = (result: MadeDocument) => {
        clearTimeout(timer);
        worker?.terminate();
        done(result);
      };
      const timer = setTimeout(() => end({ ok: false }), limit);
      // The reader of PDFs says something of its own, too.
      worker?.addEventListener('message', ({ data }: MessageEvent<Partial<FromDocumentWorker>>) => {
        if (data.made) end(data.made);
      });
      post({ changes });
    });
  return {
    begin(parts: number): true {
      worker?.terminate();
      const started = start();
      worker = started;
      // It may break before anybody asks for anything.
      broken = new Promise((_done, fail) => {
        started.addEventListener('error', () => fail(new Error('the worker failed')));
      });
      broken.catch(() => undefined); // whoever reads hears of it
      made = { ok: false };
      post({ parts });
      return true;
    },
    part(place: number, data: string): true {
      post({ place, data });
      return true;
    },
    /** Rejects where the worker broke: that is no answer. */
    async read(changes: readonly Replacement[] | undefined): Promise<DocumentOutcome> {
      const making = makeWithin(changes);
      made = await (broken ? Promise.race([making, broken]) : making);
      if (!made.ok) return made;
      return { ok: true, text: made.text.length, copy: made.copy.length, partly: made.partly };
    },
    take: (of: 'text' | 'copy', place: number): string | undefined => (made.ok ? made[of][place] : undefined),
  };
}
