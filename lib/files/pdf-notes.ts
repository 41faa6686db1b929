import type { AttachedFile } from './pdf-attachments.ts';
import { addressesOf, anyIntent } from './pdf-document.ts';
import type { PdfDocument, PdfPage, Piece } from './pdf-document.ts';
import { seenOrWritten } from './pdf-page.ts';
import type { Drawn } from './pdf-page.ts';

/** A note, a field of a form, a link or an attached file, as far as it is read. */
interface Note {
  readonly id: string;
  readonly titleObj?: { readonly str: string };
  readonly contentsObj?: { readonly str: string };
  readonly richText?: { readonly str: string } | null;
  readonly textContent?: readonly string[];
  readonly file?: AttachedFile;
  readonly url?: unknown;
  readonly unsafeUrl?: unknown;
  readonly [other: string]: unknown;
}

export interface Notes {
  /** A list for each note. */
  readonly texts: readonly (readonly string[])[];
  readonly files: readonly AttachedFile[];
}

export async function notesOn(page: PdfPage, drawn: ReadonlyMap<string, Drawn>): Promise<Notes> {
  const notes = (await page.getAnnotations(anyIntent)) as readonly Note[];
  return {
    texts: notes.map((note) => textsOfNote(note, drawn.get(note.id)?.text ?? '')),
    files: notes.flatMap(({ file }) => file ?? []),
  };
}

/** Names and labels stand before the values that they explain. */
function textsOfNote(note: Note, written: string): readonly string[] {
  const { fieldName, alternativeText, fieldValue, defaultFieldValue, options, exportValue, buttonValue } = note;
  const { titleObj, contentsObj, richText, textContent, actions } = note;
  const seen = textContent?.join('\n') ?? '';
  return textsIn([
    [fieldName, alternativeText, titleObj?.str, contentsObj?.str, richText?.str],
    [fieldValue, defaultFieldValue, options, exportValue, buttonValue],
    [addressesOf(note), actions, seenOrWritten(seen, written)],
  ]);
}

interface Field {
  readonly id: string;
  readonly name?: string;
  readonly kidIds?: readonly string[];
  readonly [other: string]: unknown;
}

/** Fields that stand on no page. Of those that have no place on one, the library tells nothing but that there are fields. */
export async function fieldsBeside(document: PdfDocument, said: ReadonlySet<string>): Promise<Piece> {
  const { info } = (await document.getMetadata()) as { readonly info: { readonly IsAcroFormPresent?: boolean } };
  const found = (await document.getFieldObjects()) as Readonly<Record<string, readonly Field[]>> | null;
  const fields = Object.values(found ?? {}).flat();
  const ids = new Set(fields.map(({ id }) => id));
  const isWhole =
    (found !== null || info.IsAcroFormPresent !== true) &&
    fields.every(({ kidIds }) => kidIds?.every((id) => ids.has(id)) ?? true);
  return {
    texts: fields.map(({ name, value, defaultValue, items, exportValues, actions }) => {
      const texts = textsIn([value, defaultValue, items, exportValues, actions]).filter((text) => !said.has(text));
      return texts.length === 0 ? '' : [name ?? '', ...texts].join('\n');
    }),
    partly: isWhole ? undefined : 'unknown',
  };
}

/** Each text in a value once. */
function textsIn(value: unknown): readonly string[] {
  return [...new Set(everyText(value))];
}

function everyText(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(everyText) : [];
}
