import { decodeEntities } from './entities.ts';
import { textOfMarkup } from './markup.ts';
import { addressesOf } from './pdf-document.ts';
import type { PdfDocument, Piece } from './pdf-document.ts';

/** In both places in which they are kept, and how pages are called. Of forms in XFA the text stands elsewhere than on the pages. */
export async function properties(document: PdfDocument): Promise<Piece> {
  const { info, metadata } = (await document.getMetadata()) as {
    readonly info: { readonly IsXFAPresent?: boolean };
    readonly metadata: { readonly getRaw: () => unknown } | null;
  };
  const packet = metadata?.getRaw();
  const labels = (await document.getPageLabels()) ?? [];
  return {
    texts: [
      JSON.stringify(Object.values(info)),
      ...(typeof packet === 'string' ? textsOfPacket(packet) : []),
      labels.filter((label) => !plainNumber.test(label)).join('\n'),
    ],
    partly: info.IsXFAPresent === true ? 'unknown' : undefined,
  };
}

/** A longer one counts no pages. */
const plainNumber = /^\d{0,5}$/;

const attributes = /\s([\p{L}_][\p{L}\p{N}_.:-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/gu;
const ofTheFormat = /^(?:xmlns|rdf:|xml:)/;

/** A packet of XMP, whose properties are elements or, in compact form, attributes: https://developer.adobe.com/xmp/docs/ */
function textsOfPacket(packet: string): readonly string[] {
  const values = Array.from(packet.matchAll(attributes), ([, name, double, single]) =>
    name === undefined || ofTheFormat.test(name) ? '' : decodeEntities(double ?? single ?? ''),
  );
  return [textOfMarkup(packet).trim(), values.filter((value) => value !== '').join('\n')];
}

interface Bookmark {
  readonly title: string;
  readonly url: string | null;
  readonly unsafeUrl?: string | undefined;
  readonly items: readonly Bookmark[];
}

export async function bookmarks(document: PdfDocument): Promise<readonly string[]> {
  const said: string[] = [];
  const left = [...(((await document.getOutline()) as readonly Bookmark[] | null) ?? [])];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    said.push(next.title, ...addressesOf(next));
    left.push(...next.items);
  }
  return said;
}

/** What a form or a page would run; it is never run. */
export async function scripts(of: Pick<PdfDocument, 'getJSActions'>): Promise<readonly string[]> {
  const actions = (await of.getJSActions()) as Readonly<Record<string, readonly string[]>> | null;
  return Object.values(actions ?? {}).flat();
}
