import * as exifr from 'exifr';
import type { ReadDocument } from './document.ts';

/** Values that are read out of one file, and units of each. */
const mostValues = 2_000;
const longestValue = 20_000;
/** Bytes of all values of one file: a thousand of them may be said to stand in the same place of it. */
const mostBytes = 16 * 1024 * 1024;

interface TiffParser {
  readonly chunk: { readonly getUint16: (at: number) => number; readonly getUint32: (at: number) => number };
  parseTag: (at: number, tag: number, block: string) => unknown;
}

/** Its types leave it out. */
const { segmentParsers } = exifr as unknown as {
  segmentParsers: ReadonlyMap<string, { readonly prototype: TiffParser }>;
};

/** Bytes of one value, by type: TIFF 6.0, section 2. Those that are bytes alone are not copied. */
const sizes = [0, 0, 1, 2, 4, 8, 1, 0, 2, 4, 8, 4, 8, 4];
let bytesLeft = mostBytes;
boundTags();

/** The library copies each value out, however many there are: what is too much ends its reading of the file. */
function boundTags(): void {
  const parser = segmentParsers.get('tiff')?.prototype;
  if (parser === undefined) throw new Error('no reader of tags');
  const { parseTag } = parser;
  parser.parseTag = function parseWithin(this: TiffParser, at, tag, block) {
    bytesLeft -= (sizes[this.chunk.getUint16(at + 2)] ?? 0) * this.chunk.getUint32(at + 4);
    if (bytesLeft < 0) throw new Error('too large');
    return parseTag.call(this, at, tag, block);
  };
}

/**
 * What a picture says beside its pixels: captions, authors, places, comments (Exif, IPTC, XMP). The pixels are not read, so it is never
 * read whole.
 */
export async function readImage(bytes: Uint8Array<ArrayBuffer>): Promise<ReadDocument> {
  bytesLeft = mostBytes;
  try {
    const options = { tiff: true, exif: true, gps: true, iptc: true, xmp: true, userComment: true, icc: false };
    const tags: unknown = await exifr.parse(bytes, { ...options, mergeOutput: true, sanitize: true });
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
  return new TextDecoder('utf-8').decode(bytes.subarray(0, longestValue)).replaceAll(/[\0-\x08\x0e-\x1f]+/g, ' ');
}
