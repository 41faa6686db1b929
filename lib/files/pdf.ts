import { getDocumentProxy } from 'unpdf';
import { readDocument } from './document.ts';
import type { ReadDocument, Unreadable } from './document.ts';

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;
type Page = Awaited<ReturnType<Document['getPage']>>;

const mostPages = 2_000;
const mostUnits = 32_000_000;
/** Never code out of the file: no evaluation, no scripts of forms. Nothing is drawn, so no font is put into a page, which a worker has not. */
const options = {
  isEvalSupported: false,
  enableXfa: false,
  disableFontFace: true,
  useSystemFonts: false,
  verbosity: 0,
} as const;

/** The text of a file's pages, notes, forms, links, properties and attached files; `partly` where a page is a picture. */
export async function readPdf(bytes: Uint8Array): Promise<ReadDocument> {
  let document: Document;
  try {
    document = await getDocumentProxy(bytes.slice(), options); // a copy, because the library keeps what it is given
  } catch (error) {
    return { ok: false, reason: (error as Error).name === 'PasswordException' ? 'encrypted' : 'damaged' };
  }
  try {
    return await textOf(document);
  } catch {
    return { ok: false, reason: 'damaged' };
  } finally {
    await document.destroy();
  }
}

async function textOf(document: Document): Promise<ReadDocument> {
  if (document.numPages > mostPages) return { ok: false, reason: 'too-large' };
  const parts: string[] = [JSON.stringify(Object.values((await document.getMetadata()).info))];
  let partly: Unreadable | undefined;
  let units = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const text = await textOfPage(page);
    units += text.length;
    if (units > mostUnits) return { ok: false, reason: 'too-large' };
    if (text.trim() === '' && (await hasPicture(page))) partly ??= 'unknown';
    parts.push(text, ...(await besides(page)));
    page.cleanup();
  }
  const attached = await attachments(document);
  parts.push(...attached.flatMap((each) => (each.ok ? each.text : [])));
  partly ??= attached.map((each) => (each.ok ? each.partly : each.reason)).find((reason) => reason !== undefined);
  return { ok: true, text: parts.filter((part) => part !== '').join('\n\n'), partly };
}

async function textOfPage(page: Page): Promise<string> {
  const { items } = await page.getTextContent();
  return items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
}

/** Notes, fields of forms and links. */
async function besides(page: Page): Promise<readonly string[]> {
  const annotations = (await page.getAnnotations()) as readonly Readonly<Record<string, unknown>>[];
  return annotations.flatMap(({ contentsObj, fieldValue, url }) => {
    const said = (contentsObj as { str?: unknown } | undefined)?.str;
    return [said, fieldValue, url].flat().filter((value) => typeof value === 'string' && value !== '') as string[];
  });
}

/** `paintImageXObject` and its kin: https://github.com/mozilla/pdf.js/blob/master/src/shared/util.js */
const pictures = new Set([83, 84, 85, 86, 87, 88, 89, 90]);

async function hasPicture(page: Page): Promise<boolean> {
  const { fnArray } = await page.getOperatorList();
  return fnArray.some((operation) => pictures.has(operation));
}

async function attachments(document: Document): Promise<readonly ReadDocument[]> {
  const files = (await document.getAttachments()) as Readonly<Record<string, { readonly content: Uint8Array }>> | null;
  return Object.values(files ?? {}).map(({ content }) => readDocument(content));
}
