import type { Replacement } from '../../lib/files/rewrite.ts';
import type { DocumentOutcome } from '../../lib/messaging/reader-page.ts';
import type { FromDocumentTask, MadeDocument, ToDocumentTask } from './document-task.ts';

/** Milliseconds for one document. What takes longer cannot be looked into. */
const longest = 20_000;

/** Where one document is read: a place of its own, which ends with it. */
export interface DocumentPlace {
  readonly post: (message: ToDocumentTask) => void;
  readonly onSaid: (hear: (message: Partial<FromDocumentTask>) => void) => void;
  /** Rejects where it broke, or never began. */
  readonly broken: Promise<never>;
  readonly end: () => void;
}

/** One document at a time. */
export function createDocuments(start: () => DocumentPlace, limit = longest) {
  let place: DocumentPlace | undefined;
  let made: MadeDocument = { ok: false };
  const makeWithin = (changes: readonly Replacement[] | undefined) =>
    new Promise<MadeDocument>((done) => {
      const end = (result: MadeDocument) => {
        clearTimeout(timer);
        place?.end();
        done(result);
      };
      const timer = setTimeout(() => end({ ok: false }), limit);
      // The reader of PDFs says something of its own, too.
      place?.onSaid((said) => {
        if (said.made) end(said.made);
      });
      place?.post({ changes });
    });
  return {
    begin(parts: number): true {
      place?.end();
      place = start();
      place.broken.catch(() => undefined); // it may break before anybody asks for anything; whoever reads hears of it
      made = { ok: false };
      place.post({ parts });
      return true;
    },
    part(at: number, data: string): true {
      place?.post({ place: at, data });
      return true;
    },
    /** Rejects where its place broke: that is no answer. */
    async read(changes: readonly Replacement[] | undefined): Promise<DocumentOutcome> {
      const making = makeWithin(changes);
      made = await (place ? Promise.race([making, place.broken]) : making);
      if (!made.ok) return made;
      return { ok: true, text: made.text.length, copy: made.copy.length, partly: made.partly };
    },
    take: (of: 'text' | 'copy', at: number): string | undefined => (made.ok ? made[of][at] : undefined),
  };
}
