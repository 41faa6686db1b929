import { newBudget, readDocument } from './document.ts';
import type { PdfDocument, Piece } from './pdf-document.ts';

export interface AttachedFile {
  readonly rawFilename: string;
  readonly description: string;
  /** `null` for a file that is only pointed to. */
  readonly content: Uint8Array<ArrayBuffer> | null;
}

/** UTF-16 units of all attached files, as in an archive. */
const mostUnits = 64 * 1024 * 1024;

/** All files in one PDF, out of one budget; the same contents are read once, however often they are attached. */
export class AttachedFiles {
  readonly #budget = newBudget();
  #units = mostUnits;
  readonly #known = new Set<string>();

  async read({ rawFilename, description, content }: AttachedFile): Promise<Piece> {
    const about = [rawFilename, description];
    if (content === null || !(await this.#isNew(content))) return { texts: about };
    const read = readDocument(content, this.#budget);
    const partly = read.ok ? read.partly : read.reason;
    if (partly === 'too-large') this.#budget.bytes = 0; // or each of the others is unpacked until it is too large
    const attached = read.ok ? read.text : '';
    if (attached.length > this.#units) return { texts: about, partly: 'too-large' };
    this.#units -= attached.length;
    return { texts: about, attached, partly };
  }

  async #isNew(content: Uint8Array<ArrayBuffer>): Promise<boolean> {
    const digest = String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-256', content)));
    const isNew = !this.#known.has(digest);
    this.#known.add(digest);
    return isNew;
  }
}

export async function attachmentsOf(document: PdfDocument): Promise<readonly AttachedFile[]> {
  const files = (await document.getAttachments()) as Readonly<Record<string, AttachedFile>> | null;
  return Object.values(files ?? {});
}
