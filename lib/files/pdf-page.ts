import { anyIntent } from './pdf-document.ts';
import type { PdfPage } from './pdf-document.ts';

/** What a page or one of its notes draws: its text as it is written, and whether it draws lines, areas or shades. */
export interface Drawn {
  readonly text: string;
  readonly paints: boolean;
}

export interface DrawnPage {
  readonly own: Drawn;
  /** By the id of the note. */
  readonly notes: ReadonlyMap<string, Drawn>;
}

/** Operations of the library: https://github.com/mozilla/pdf.js/blob/master/src/shared/util.js */
const showText = 44;
const moves = new Set([31, 40, 41, 42, 43]);
const shadingFill = 62;
const beginAnnotation = 80;
const endAnnotation = 81;
const constructPath = 91;
/** `stroke`, `fill` and their kin: what is done with a path, unless it only cuts off what follows. */
const paintsPath = new Set<unknown>([20, 21, 22, 23, 24, 25, 26, 27]);
/** Thousandths of the size of the font by which a sign is moved away like a word. */
const farApart = 200;

type Sign = number | { readonly unicode?: string } | null;

interface Drawing {
  readonly said: string[];
  paints: boolean;
}

export async function drawnOn(page: PdfPage): Promise<DrawnPage> {
  const { fnArray, argsArray } = await page.getOperatorList({ ...anyIntent, annotationMode: 1 });
  const own: Drawing = { said: [], paints: false };
  const notes = new Map<string, Drawing>();
  let current = own;
  fnArray.forEach((operation, at) => {
    const values = argsArray[at] as readonly unknown[] | null;
    if (operation === beginAnnotation) {
      current = { said: [], paints: false };
      notes.set(String(values?.[0]), current);
    } else if (operation === endAnnotation) current = own;
    else draw(current, operation, values?.[0]);
  });
  return { own: finished(own), notes: new Map([...notes].map(([id, drawing]) => [id, finished(drawing)])) };
}

function draw(drawing: Drawing, operation: number, value: unknown): void {
  if (operation === showText) drawing.said.push(textOfSigns(value as readonly Sign[]));
  else if (moves.has(operation)) drawing.said.push('\n');
  else if (operation === shadingFill || (operation === constructPath && paintsPath.has(value))) drawing.paints = true;
}

function textOfSigns(signs: readonly Sign[]): string {
  return signs
    .map((sign) => (typeof sign === 'number' ? (sign < -farApart ? ' ' : '') : (sign?.unicode ?? '')))
    .join('');
}

function finished({ said, paints }: Drawing): Drawn {
  return { text: said.join('').replace(/\n{2,}/g, '\n'), paints };
}

/** As it stands there; and as it is written, where more is written than can be seen: beside the page, or cut off at its edge. */
export function seenOrWritten(seen: string, written: string): readonly string[] {
  return countSigns(written) > countSigns(seen) ? [seen, written] : [seen];
}

function countSigns(text: string): number {
  return text.normalize('NFKC').replace(/\s+/g, '').length;
}

interface Tagged {
  readonly alt?: string;
  readonly mathML?: string;
  readonly children?: readonly Tagged[];
}

/** What is said for those who do not see a page: ISO 32000-2, 14.9.3 and 14.9.4. */
export async function alternativesOn(page: PdfPage): Promise<readonly string[]> {
  const said: string[] = [];
  const root = (await page.getStructTree()) as Tagged | null;
  const left = root ? [root] : [];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    said.push(next.alt ?? '', next.mathML ?? '');
    for (const child of next.children?.toReversed() ?? []) left.push(child);
  }
  return said;
}
