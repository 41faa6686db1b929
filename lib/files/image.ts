import { parse } from 'exifr';
import type { ReadDocument } from './document.ts';

/** Values that are read out of one file, and units of each. */
const mostValues = 2_000;
const longestValue = 20_000;

/**
 * What a picture says beside its pixels: captions, authors, places, comments (Exif, IPTC, XMP). The pixels are not read, so it is never
 * read whole.
 */
export async function readImage(bytes: Uint8Array<ArrayBuffer>): Promise<ReadDocument> {
  try {
    const options = { tiff: true, exif: true, gps: true, iptc: true, xmp: true, userComment: true, icc: false };
    const tags: unknown = await parse(bytes, { ...options, mergeOutput: true, sanitize: true });
    const lines: string[] = [];
    collect(tags, '', lines);
    return { ok: true, text: lines.join('\n'), partly: 'unknown' };
  } catch {
    return { ok: false, reason: 'damaged' };
  }
}

function collect(value: unknown, name: string, lines: string[]): void {
  if (lines.length >= mostValues) return;
  if (typeof value === 'string' || typeof value === 'number') lines.push(`${name}: ${value}`.slice(0, longestValue));
  else if (value instanceof Uint8Array) lines.push(`${name}: ${words(value)}`.slice(0, longestValue));
  else if (Array.isArray(value)) for (const item of value) collect(item, name, lines);
  else if (typeof value === 'object' && value !== null && !(value instanceof Date))
    for (const [key, item] of Object.entries(value)) collect(item, key, lines);
}

/** Comments are bytes with a word for their encoding before them: Exif 2.32, 4.6.5, UserComment. */
function words(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes).replaceAll(/[\0-\x08\x0e-\x1f]+/g, ' ');
}
