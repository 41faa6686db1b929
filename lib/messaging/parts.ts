import { bytesInPart, longestPart } from '../vocabulary/limits.ts';

/** A text in parts that fit in a message. Two halves of one character stay together: alone they would arrive as something else. */
export function partsOf(text: string): readonly string[] {
  const parts: string[] = [];
  for (let from = 0; from < text.length;) {
    let to = Math.min(text.length, from + longestPart);
    const last = text.charCodeAt(to - 1);
    if (to < text.length && last >= 0xd800 && last <= 0xdbff) to -= 1;
    parts.push(text.slice(from, to));
    from = to;
  }
  return parts;
}

/** How many parts a file has. */
export function countParts(bytes: Uint8Array): number {
  return Math.ceil(bytes.length / bytesInPart);
}

/** Arguments of one call: engines bear more, but not without end. */
const step = 8_192;

/** One part of a file, counted from 0, in Base64: messages of extensions are JSON. */
export function partAt(bytes: Uint8Array, place: number): string {
  const part = bytes.subarray(place * bytesInPart, (place + 1) * bytesInPart);
  let binary = '';
  for (let at = 0; at < part.length; at += step) binary += String.fromCharCode(...part.subarray(at, at + step));
  return btoa(binary);
}

/** Undoes `partAt` for all parts of a file. */
export function joinParts(parts: readonly string[]): Uint8Array<ArrayBuffer> {
  const pieces = parts.map(atob);
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) for (let unit = 0; unit < piece.length; unit += 1) bytes[at++] = piece.charCodeAt(unit);
  return bytes;
}
