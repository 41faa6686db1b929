/** The text of bytes that are UTF-8, or UTF-16 with a byte order mark, and hold no NUL; `undefined` for anything else. */
export function textOf(bytes: Uint8Array): string | undefined {
  const mark = `${bytes[0] ?? 0},${bytes[1] ?? 0}`;
  const encoding = mark === '255,254' ? 'utf-16le' : mark === '254,255' ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined; // not text in that encoding
  }
}

const largestInflated = 32 * 1024 * 1024;

/** A gzip member says so in its first bytes: RFC 1952, 2.3.1. Some calls pack their body without a header that tells. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

const formats: ReadonlyMap<string, CompressionFormat> = new Map([
  ['gzip', 'gzip'],
  ['x-gzip', 'gzip'],
  ['deflate', 'deflate'],
]);

/** `undefined` for a format that is not known, damaged bytes, and what grows too large. */
export async function inflate(bytes: Uint8Array<ArrayBuffer>, encoding: string): Promise<Uint8Array | undefined> {
  const format = formats.get(encoding.toLowerCase());
  if (format === undefined) return undefined;
  try {
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(format)).getReader();
    const chunks: Uint8Array[] = [];
    let size = 0;
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.length;
      if (size > largestInflated) return undefined;
      chunks.push(next.value);
    }
    return new Uint8Array(await new Blob(chunks as Uint8Array<ArrayBuffer>[]).arrayBuffer());
  } catch {
    return undefined; // not what it says it is
  }
}

/** SHA-256 in lower-case hex: tells one file from another, and never leaves the device. */
export async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
