import { readFile } from '../../lib/files/any-file.ts';
import { rewriteDocument } from '../../lib/files/rewrite.ts';
import type { Replacement } from '../../lib/files/rewrite.ts';
import { countParts, joinParts, partAt, partsOf } from '../../lib/messaging/parts.ts';

/** First how many parts there will be, then those in Base64, in any order, then what is to be done. */
export type ToDocumentTask =
  | { readonly parts: number }
  | { readonly place: number; readonly data: string }
  | { readonly changes: readonly Replacement[] | undefined };

/** A document in parts that fit in a message: its text and, where changes were made, the copy in Base64. */
export type MadeDocument =
  | { readonly ok: true; readonly text: readonly string[]; readonly copy: readonly string[]; readonly partly: boolean }
  | { readonly ok: false };

export interface FromDocumentTask {
  readonly made: MadeDocument;
}

/** Takes what is said to it, and says what came of it. A part that got lost is thrown, and counts as broken. */
export function createDocumentTask(say: (message: FromDocumentTask) => void): (message: ToDocumentTask) => void {
  const parts = new Map<number, string>();
  let wanted = 0;
  return (message) => {
    if ('parts' in message) wanted = message.parts;
    else if ('data' in message) parts.set(message.place, message.data);
    else if ('changes' in message)
      make(wholeFile(parts, wanted), message.changes).then(
        (made) => say({ made }),
        () => say({ made: { ok: false } }),
      );
  };
}

async function make(
  bytes: Uint8Array<ArrayBuffer>,
  changes: readonly Replacement[] | undefined,
): Promise<MadeDocument> {
  const copy = changes && rewriteDocument(bytes, changes);
  if (changes && copy === undefined) return { ok: false };
  const read = await readFile(copy ?? bytes);
  if (!read.ok) return { ok: false };
  const pieces = copy ? Array.from({ length: countParts(copy) }, (_, place) => partAt(copy, place)) : [];
  return { ok: true, text: partsOf(read.text), copy: pieces, partly: read.partly !== undefined };
}

/** A part that got lost would be text that nobody looked at. */
function wholeFile(parts: ReadonlyMap<number, string>, wanted: number): Uint8Array<ArrayBuffer> {
  const whole = Array.from({ length: wanted }, (_, place) => parts.get(place)).filter((part) => part !== undefined);
  if (whole.length !== wanted || parts.size !== wanted) throw new Error('a part is missing');
  return joinParts(whole);
}
