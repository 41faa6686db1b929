import { readArchive } from './archive.ts';
import type { Entry } from './archive.ts';
import { isArchive } from './kind.ts';
import { declaresItself, isMarkup, textOfMarkup } from './markup.ts';
import { sharedTexts, textOfSheet } from './spreadsheet.ts';
import { textOf } from './text.ts';

/** Why a file cannot be looked into. */
export type Unreadable = 'unknown' | 'encrypted' | 'too-large' | 'too-deep' | 'damaged';

/** The text of a document or an archive; `partly` where a part of it is no text that can be read. */
export type ReadDocument =
  | { readonly ok: true; readonly text: string; readonly partly: Unreadable | undefined }
  | { readonly ok: false; readonly reason: Unreadable };

/** Bytes and entries that come out of one file, however it is nested, and UTF-16 units of the sheets in it. */
const limits = { bytes: 64 * 1024 * 1024, entries: 5_000, units: 64 * 1024 * 1024 };
const deepest = 3;
/** A container of older Office files and of newer ones that are encrypted: MS-CFB, 2.2. */
const compound = [0xd0, 0xcf, 0x11, 0xe0];

/** Reads text files, Office Open XML, OpenDocument and archives of them. What else there is is `unknown`. */
export function readDocument(bytes: Uint8Array, budget = newBudget()): ReadDocument {
  return readBytes(bytes, { budget, depth: 0 });
}

/** For files that come out of the same one; what each takes is gone for the next. */
export function newBudget(): Context['budget'] {
  return { ...limits };
}

interface Context {
  /** What is left of the limits. */
  readonly budget: { bytes: number; entries: number; units: number };
  readonly depth: number;
}

function readBytes(bytes: Uint8Array, context: Context): ReadDocument {
  if (!isArchive(bytes)) {
    const text = textOf(bytes);
    // Of a PDF that is written in characters alone, the pages may be packed all the same.
    if (text !== undefined) return { ok: true, text, partly: text.startsWith('%PDF-') ? 'unknown' : undefined };
    return {
      ok: false,
      reason: compound.every((byte, at) => bytes[at] === byte) && isSealed(bytes) ? 'encrypted' : 'unknown',
    };
  }
  if (context.depth >= deepest) return { ok: false, reason: 'too-deep' };
  const read = readArchive(bytes, context.budget);
  if (!read.ok) return read;
  context.budget.bytes -= read.entries.reduce((sum, { bytes: { length } }) => sum + length, 0);
  context.budget.entries -= read.entries.length;
  const within = readEntries(read.entries, { ...context, depth: context.depth + 1 });
  return within.ok ? { ...within, text: [within.text, ...read.comments].join('\n\n') } : within;
}

function readEntries(entries: readonly Entry[], context: Context): ReadDocument {
  const isOffice = entries.some(({ name }) => name.toLowerCase() === '[content_types].xml');
  const isOpenDocument = entries.some(
    ({ name, bytes }) =>
      name === 'mimetype' && textOf(bytes)?.startsWith('application/vnd.oasis.opendocument') === true,
  );
  const read =
    isOffice || isOpenDocument
      ? readParts(entries, context)
      : entries.map(({ name, bytes }) => named(name, readBytes(bytes, context)));
  const texts = read.flatMap((each) => (each.ok && each.text !== '' ? each.text : []));
  const partly = read.map((each) => (each.ok ? each.partly : each.reason)).find((reason) => reason !== undefined);
  return { ok: true, text: texts.join('\n\n'), partly };
}

/** The name of a file in an archive may say as much as the file. */
function named(name: string, read: ReadDocument): ReadDocument {
  return read.ok ? { ...read, text: `${name}\n${read.text}` } : read;
}

/** Pictures and fonts of a document are no text of its own, and stand in most of them. */
const besides = /\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|wdp|ico|fntdata|odttf|ttf|otf|mp[34]|wav|m4[av]|thmx)$/i;
function readParts(entries: readonly Entry[], context: Context): readonly ReadDocument[] {
  const sharedPart = entries.find(({ name }) => name.toLowerCase() === 'xl/sharedstrings.xml');
  const shared = sharedTexts((sharedPart && textOf(sharedPart.bytes)) ?? '');
  return entries.flatMap((entry): readonly ReadDocument[] => {
    const { name, bytes } = entry;
    if (name.endsWith('/')) return [];
    const xml = textOf(bytes);
    // By its name alone a part is no picture: readers go by what the document says of it.
    if (xml === undefined && besides.test(name)) return [];
    if (!isMarkup(name) && !xml?.startsWith('<')) return [readBytes(bytes, context)];
    if (xml === undefined || (declaresItself(xml) && !/\.svg$/i.test(name))) return [{ ok: false, reason: 'damaged' }];
    // Their cells point to the shared ones, which also stand alone: a text that no cell shows is still in the file.
    if (/^xl\/worksheets\/[^/]+\.xml$/i.test(name)) return [readSheet(xml, shared, context)];
    return [{ ok: true, text: textOfMarkup(xml).trim(), partly: undefined }];
  });
}

function readSheet(xml: string, shared: readonly string[], { budget }: Context): ReadDocument {
  const text = textOfSheet(xml, shared, budget.units);
  budget.units -= text?.length ?? budget.units;
  return text === undefined ? { ok: false, reason: 'too-large' } : { ok: true, text: text.trim(), partly: undefined };
}

/** Encrypted packages have a stream of this name, in UTF-16: MS-OFFCRYPTO, 2.3.4.4. */
function isSealed(bytes: Uint8Array): boolean {
  return new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1)).includes('EncryptedPackage');
}
