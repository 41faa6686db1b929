import { Decompress } from 'fflate';

/** Bytes that are taken out of one packed value; the rest is not looked at. */
const most = 262_144;
/** A byte becomes about a thousand at most, so a bomb is noticed before it has grown. */
const step = 256;

/** True for the first bytes of gzip (RFC 1952, 2.3.1) and zlib (RFC 1950, 2.2), one unit each. */
export function isDeflated(binary: string): boolean {
  return binary.startsWith('\u001f\u008b\u0008') || /^x[\u0001\u005e\u009c\u00da]/.test(binary);
}

/** What packed bytes hold, one unit each, up to a bound; `undefined` where they are broken from the start. */
export function inflated(binary: string): string | undefined {
  const parts: string[] = [];
  let size = 0;
  const stream = new Decompress((chunk) => {
    for (const byte of chunk.subarray(0, most - size)) parts.push(String.fromCharCode(byte));
    size = Math.min(most, size + chunk.length);
  });
  try {
    for (let at = 0; at < binary.length && size < most; at += step) {
      const bytes = Uint8Array.from(binary.slice(at, at + step), (unit) => unit.charCodeAt(0));
      stream.push(bytes, at + step >= binary.length);
    }
  } catch {
    // Bytes that only look packed, or were cut off: what came out so far is still looked at.
  }
  return parts.length === 0 ? undefined : parts.join('');
}
