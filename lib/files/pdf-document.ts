import { getDocumentProxy } from 'unpdf';
import type { Unreadable } from './document.ts';

export type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

/** What one place in a file says; `partly` where it holds more than can be read. */
export interface Piece {
  readonly texts: readonly string[];
  /** The text of an attached file, which has limits of its own. */
  readonly attached?: string;
  readonly partly?: Unreadable | undefined;
}

/** Where a link leads: as a browser follows it, and as it stands in the file where that is written otherwise. */
export function addressesOf(link: { readonly url?: unknown; readonly unsafeUrl?: unknown }): readonly string[] {
  const followed = typeof link.url === 'string' ? link.url : '';
  const written = typeof link.unsafeUrl === 'string' ? link.unsafeUrl : '';
  return followed.includes(written) ? [followed] : [followed, written];
}

/** Never code out of the file: no evaluation, no scripts of forms. Nothing is drawn, so no font is put into a page, which a worker has not. */
const options = {
  isEvalSupported: false,
  enableXfa: false,
  disableFontFace: true,
  useSystemFonts: false,
  verbosity: 0,
} as const;
/** In pixels: no picture is unpacked, or each. */
const noPicture = 0;
const anyPicture = -1;

export function openPdf(bytes: Uint8Array, maxImageSize = noPicture): Promise<PdfDocument> {
  return getDocumentProxy(bytes.slice(), { ...options, maxImageSize }); // a copy, because the library keeps what it is given
}

/** What is hidden or only printed is read like the rest. */
export const anyIntent = { intent: 'any' } as const;

/** `paintImageXObject` and its kin: https://github.com/mozilla/pdf.js/blob/master/src/shared/util.js */
const paintsPicture = new Set([83, 84, 85, 86, 87, 88, 89, 90]);

/** The file with its pictures, which is opened when a page is first asked for. */
export class Pictures {
  readonly #bytes: Uint8Array;
  #document: Promise<PdfDocument> | undefined;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  async areOn(number: number): Promise<boolean> {
    this.#document ??= openPdf(this.#bytes, anyPicture);
    const page = await (await this.#document).getPage(number);
    const { fnArray } = await page.getOperatorList(anyIntent);
    page.cleanup();
    return fnArray.some((operation) => paintsPicture.has(operation));
  }

  async close(): Promise<void> {
    const document = await this.#document?.catch(() => undefined);
    await document?.destroy();
  }
}
