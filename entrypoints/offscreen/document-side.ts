import type { Replacement } from '../../lib/files/rewrite.ts';
import { bytesInPart, longestPart, mostParts } from '../../lib/vocabulary/limits.ts';
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
      made = place ? await madeIn(place, changes, limit) : { ok: false };
      if (!made.ok) return made;
      return { ok: true, text: made.text.length, copy: made.copy.length, partly: made.partly };
    },
    take: (of: 'text' | 'copy', at: number): string | undefined => (made.ok ? made[of][at] : undefined),
  };
}

/** What came of it within `limit` milliseconds. The place is ended then. */
async function madeIn(
  place: DocumentPlace,
  changes: readonly Replacement[] | undefined,
  limit: number,
): Promise<MadeDocument> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const making = new Promise<MadeDocument>((done) => {
    timer = setTimeout(() => done({ ok: false }), limit);
    // The reader of PDFs says something of its own, too.
    place.onSaid(({ made }) => {
      if (made !== undefined) done(checked(made));
    });
    place.post({ changes });
  });
  try {
    return await Promise.race([making, place.broken]);
  } finally {
    clearTimeout(timer);
    place.end();
  }
}

/** A document may have taken over what reads it: what it says is looked at as what a stranger says. */
function checked(made: unknown): MadeDocument {
  const { ok, text, copy, partly } = Object(made) as Readonly<Record<string, unknown>>;
  if (ok !== true || !areParts(text, longestPart) || !areParts(copy, longestInBase64)) return { ok: false };
  return { ok, text, copy, partly: partly === true };
}

const longestInBase64 = Math.ceil(bytesInPart / 3) * 4;

function areParts(value: unknown, longest: number): value is readonly string[] {
  if (!Array.isArray(value) || value.length > mostParts) return false;
  return value.every((part) => typeof part === 'string' && part.length <= longest);
}
