import type { ReadDocument, Unreadable } from './document.ts';
import { AttachedFiles, attachmentsOf } from './pdf-attachments.ts';
import { openPdf, Pictures } from './pdf-document.ts';
import type { PdfDocument, PdfPage, Piece } from './pdf-document.ts';
import { fieldsBeside, notesOn } from './pdf-notes.ts';
import { alternativesOn, drawnOn, seenOrWritten } from './pdf-page.ts';
import type { DrawnPage } from './pdf-page.ts';
import { bookmarks, properties, scripts } from './pdf-properties.ts';

const mostPages = 2_000;
const mostUnits = 32_000_000;
/** UTF-16 units below which a page with a picture says too little of its own, such as its number. */
const fewestUnits = 40;

/** The text of a file's pages, notes, forms, links, properties and attached files; `partly` where a page is a picture. */
export async function readPdf(bytes: Uint8Array): Promise<ReadDocument> {
  let document: PdfDocument;
  try {
    document = await openPdf(bytes);
  } catch (error) {
    return { ok: false, reason: (error as Error).name === 'PasswordException' ? 'encrypted' : 'damaged' };
  }
  const pictures = new Pictures(bytes);
  try {
    return await textOf(document, pictures);
  } catch {
    return { ok: false, reason: 'damaged' };
  } finally {
    await pictures.close();
    await document.destroy();
  }
}

async function textOf(document: PdfDocument, pictures: Pictures): Promise<ReadDocument> {
  if (document.numPages > mostPages) return { ok: false, reason: 'too-large' };
  const parts: string[] = [];
  let partly: Unreadable | undefined;
  let units = 0;
  for await (const piece of piecesOf(document, pictures)) {
    const texts = piece.texts.filter((text) => text !== '');
    units += texts.reduce((sum, { length }) => sum + length, 0);
    if (units > mostUnits) return { ok: false, reason: 'too-large' };
    for (const text of texts) parts.push(text);
    if (piece.attached) parts.push(piece.attached);
    partly ??= piece.partly;
  }
  return { ok: true, text: parts.join('\n\n'), partly };
}

/** One after the other, so that a file that says too much is left before all of it is held. */
async function* piecesOf(document: PdfDocument, pictures: Pictures): AsyncGenerator<Piece> {
  yield await properties(document);
  yield { texts: [...(await bookmarks(document)), ...(await scripts(document))] };
  const attached = new AttachedFiles();
  const onPages = new Set<string>();
  let isPictured = false;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const drawn = await drawnOn(page);
    const seen = await seenOn(page);
    isPictured ||= await saysTooLittle({ seen, drawn, pictures, number });
    yield { texts: seenOrWritten(seen, drawn.own.text), partly: isPictured ? 'unknown' : undefined };
    yield { texts: [...(await alternativesOn(page)), ...(await scripts(page))] };
    const { texts, files } = await notesOn(page, drawn.notes);
    yield { texts: texts.map((ofNote) => ofNote.join('\n')) };
    for (const text of texts.flat()) onPages.add(text);
    for (const file of files) yield await attached.read(file);
    page.cleanup();
  }
  yield await fieldsBeside(document, onPages);
  for (const file of await attachmentsOf(document)) yield await attached.read(file);
}

async function seenOn(page: PdfPage): Promise<string> {
  const { items } = await page.getTextContent();
  return items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
}

interface PageSeen {
  readonly seen: string;
  readonly drawn: DrawnPage;
  readonly pictures: Pictures;
  readonly number: number;
}

/** True where what is to be read on a page is a picture, or drawn in lines and areas. */
async function saysTooLittle({ seen, drawn: { own, notes }, pictures, number }: PageSeen): Promise<boolean> {
  const length = Math.max(seen.trim().length, own.text.trim().length);
  if (length >= fewestUnits) return false;
  if (length === 0 && [own, ...notes.values()].some(({ text, paints }) => paints && text.trim() === '')) return true;
  return pictures.areOn(number);
}
