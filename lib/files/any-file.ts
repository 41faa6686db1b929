import { readDocument } from './document.ts';
import type { ReadDocument } from './document.ts';
import { readImage } from './image.ts';
import { isImage, isPdf } from './kind.ts';
import { readPdf } from './pdf.ts';

/** Bytes behind the end of a PDF that programs leave there. */
const harmlessTail = 1_024;

/** The text of a file of any kind that can be read. One that is two kinds at once is read as both: whoever opens it chooses. */
export async function readFile(bytes: Uint8Array<ArrayBuffer>): Promise<ReadDocument> {
  if (isImage(bytes)) return readImage(bytes);
  if (!isPdf(bytes)) return readDocument(bytes);
  const pdf = await readPdf(bytes);
  if (startsAsPdf(bytes)) return pdf.ok && hasTail(bytes) ? { ...pdf, partly: pdf.partly ?? 'unknown' } : pdf;
  const other = readDocument(bytes);
  if (!other.ok || !pdf.ok) return other.ok ? { ...other, partly: other.partly ?? 'damaged' } : pdf;
  return { ok: true, text: `${pdf.text}\n\n${other.text}`, partly: pdf.partly ?? other.partly };
}

function startsAsPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-';
}

/** True where more stands behind the last mark of an end than a program leaves there. */
function hasTail(bytes: Uint8Array): boolean {
  const end = new TextDecoder('latin1').decode(bytes.subarray(-2 * harmlessTail)).lastIndexOf('%%EOF');
  return end < 0 || Math.min(bytes.length, 2 * harmlessTail) - end > harmlessTail;
}
