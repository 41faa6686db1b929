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
    const chunks: Blob[] = [];
    let size = 0;
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const chunk = new Blob([next.value]); // its size is known where its bytes may not be looked at
      size += chunk.size;
      if (size > largestInflated) return undefined;
      chunks.push(chunk);
    }
    return await readBytes(new Blob(chunks));
  } catch {
    return undefined; // not what it says it is
  }
}

/**
 * The bytes of a file or of a buffer. In Firefox a content script may not look into buffers that the page's realm made, and nearly all
 * are: strings alone cross.
 */
export async function readBytes(source: Blob | ArrayBuffer): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const bytes = new Uint8Array(source instanceof Blob ? await source.arrayBuffer() : source);
    bytes.subarray(0, 1); // one that may not be looked into is found out by its first use
    return bytes;
  } catch {
    const binary = await binaryOf(source instanceof Blob ? source : new Blob([source]));
    const bytes = new Uint8Array(binary.length);
    for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
    return bytes;
  }
}

function binaryOf(blob: Blob): Promise<string> {
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.addEventListener('load', () =>
      typeof reader.result === 'string' ? done(reader.result) : fail(unreadable()),
    );
    reader.addEventListener('error', () => fail(unreadable()));
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the one way that hands over bytes as a string
    reader.readAsBinaryString(blob);
  });
}

function unreadable(): Error {
  return new Error('unreadable');
}

/** SHA-256 in lower-case hex: tells one file from another, and never leaves the device. */
export async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await readBytes(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
