import { getDocumentProxy } from 'unpdf';
import { readDocument } from './document.ts';
import type { ReadDocument, Unreadable } from './document.ts';
import { textOfMarkup } from './markup.ts';

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
  maxImageSize: 0, // no picture is unpacked
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
    return await textOf(document, bytes);
  } catch {
    return { ok: false, reason: 'damaged' };
  } finally {
    await document.destroy();
  }
}

async function textOf(document: Document, bytes: Uint8Array): Promise<ReadDocument> {
  if (document.numPages > mostPages) return { ok: false, reason: 'too-large' };
  const parts = [...(await properties(document)), ...(await bookmarks(document)), ...(await scripts(document))];
  let partly: Unreadable | undefined;
  let units = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const text = await textOfPage(page);
    units += text.length;
    if (units > mostUnits) return { ok: false, reason: 'too-large' };
    if (text.trim() === '' && partly === undefined && (await hasPicture(bytes, number))) partly = 'unknown';
    parts.push(text, ...(await besides(page)));
    page.cleanup();
  }
  const attached = await attachments(document);
  parts.push(...attached.flatMap((each) => (each.ok ? each.text : [])));
  partly ??= attached.map((each) => (each.ok ? each.partly : each.reason)).find((reason) => reason !== undefined);
  return { ok: true, text: parts.filter((part) => part !== '').join('\n\n'), partly };
}

/** In both places in which they are kept, and how pages are called. https://developer.adobe.com/xmp/docs/ */
async function properties(document: Document): Promise<readonly string[]> {
  const { info, metadata } = (await document.getMetadata()) as {
    readonly info: object;
    readonly metadata: { readonly getRaw: () => unknown } | null;
  };
  const labels = await document.getPageLabels();
  const packet = metadata?.getRaw();
  return [
    JSON.stringify(Object.values(info)),
    typeof packet === 'string' ? textOfMarkup(packet).trim() : '',
    (labels ?? []).filter((label) => !/^\w{0,6}$/.test(label)).join('\n'),
  ];
}

interface Bookmark {
  readonly title: string;
  readonly url: string | null;
  readonly items: readonly Bookmark[];
}

async function bookmarks(document: Document): Promise<readonly string[]> {
  const said: string[] = [];
  const left = [...(((await document.getOutline()) as readonly Bookmark[] | null) ?? [])];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    said.push(next.title, next.url ?? '');
    left.push(...next.items);
  }
  return said;
}

/** What a form would run; it is never run. */
async function scripts(document: Document): Promise<readonly string[]> {
  const actions = (await document.getJSActions()) as Readonly<Record<string, readonly string[]>> | null;
  return Object.values(actions ?? {}).flat();
}

/** As it stands on the page; and as it is written, where more is written than can be seen: beside the page, or cut off at its edge. */
async function textOfPage(page: Page): Promise<string> {
  const { items } = await page.getTextContent();
  const seen = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
  const written = await writtenOn(page);
  return countSigns(written) > countSigns(seen) ? `${seen}\n\n${written}` : seen;
}

function countSigns(text: string): number {
  return text.normalize('NFKC').replace(/\s+/g, '').length;
}

/** `showText`, and what goes to another place on the page: https://github.com/mozilla/pdf.js/blob/master/src/shared/util.js */
const showText = 44;
const moves = new Set([31, 40, 41, 42, 43]);
/** Thousandths of the size of the font by which a sign is moved away like a word. */
const farApart = 200;
const withoutNotes = { annotationMode: 0 };

type Sign = number | { readonly unicode?: string } | null;

async function writtenOn(page: Page): Promise<string> {
  const { fnArray, argsArray } = await page.getOperatorList(withoutNotes);
  const said = fnArray.map((operation, at) => {
    if (operation !== showText) return moves.has(operation) ? '\n' : '';
    const [signs] = argsArray[at] as readonly [readonly Sign[]];
    return signs
      .map((sign) => (typeof sign === 'number' ? (sign < -farApart ? ' ' : '') : (sign?.unicode ?? '')))
      .join('');
  });
  return said.join('').replace(/\n{2,}/g, '\n');
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

/** Reads the file once more, with its pictures. */
async function hasPicture(bytes: Uint8Array, number: number): Promise<boolean> {
  const document = await getDocumentProxy(bytes.slice(), { ...options, maxImageSize: -1 });
  try {
    const { fnArray } = await (await document.getPage(number)).getOperatorList();
    return fnArray.some((operation) => pictures.has(operation));
  } finally {
    await document.destroy();
  }
}

async function attachments(document: Document): Promise<readonly ReadDocument[]> {
  const files = (await document.getAttachments()) as Readonly<Record<string, { readonly content: Uint8Array }>> | null;
  return Object.values(files ?? {}).map(({ content }) => readDocument(content));
}
