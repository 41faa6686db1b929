import { Unzip, UnzipInflate } from 'fflate';

/** A file in an archive, inflated. */
export interface Entry {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export type ReadArchive =
  | { readonly ok: true; readonly entries: readonly Entry[]; readonly comments: readonly string[] }
  | { readonly ok: false; readonly reason: 'encrypted' | 'too-large' | 'damaged' };

export interface ArchiveLimits {
  /** Bytes of all entries together, inflated. */
  readonly bytes: number;
  readonly entries: number;
}

/** An entry in the list of contents, and the end of an archive: APPNOTE 4.3.12 and 4.3.16. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
const listedHeader = 0x02014b50;
const endHeader = 0x06054b50;
/** Bytes that are inflated at a time: a thousand times as many may come out. */
const step = 16_384;

/**
 * Every entry that stands in an archive, whatever its list of contents says: readers differ in which of the two they believe. Bounded in
 * what comes out, not in what the archive says will.
 */
export function readArchive(bytes: Uint8Array, limits: ArchiveLimits): ReadArchive {
  const listing = listingOf(bytes);
  if (listing === undefined) return { ok: false, reason: 'damaged' };
  if (listing.isEncrypted) return { ok: false, reason: 'encrypted' };
  const reader = new Reader(limits);
  try {
    for (let at = 0; at < bytes.length; at += step) {
      reader.push(bytes.subarray(at, at + step), at + step >= bytes.length);
      if (reader.isTooLarge) return { ok: false, reason: 'too-large' };
    }
  } catch {
    return { ok: false, reason: 'damaged' };
  }
  const entries = reader.finished();
  const isWhole = entries !== undefined && entries.length >= listing.count;
  return isWhole ? { ok: true, entries, comments: listing.comments } : { ok: false, reason: 'damaged' };
}

class Reader {
  readonly #entries: { readonly name: string; readonly chunks: Uint8Array[]; isWhole: boolean }[] = [];
  readonly #limits: ArchiveLimits;
  readonly #unzip: Unzip;
  #size = 0;
  isTooLarge = false;

  constructor(limits: ArchiveLimits) {
    this.#limits = limits;
    this.#unzip = new Unzip((file) => {
      const entry = { name: file.name, chunks: [] as Uint8Array[], isWhole: false };
      this.#entries.push(entry);
      if (this.#entries.length > this.#limits.entries) this.isTooLarge = true;
      file.ondata = (error, chunk, isLast) => {
        if (error) throw error;
        this.#size += chunk.length;
        if (this.#size > this.#limits.bytes) this.isTooLarge = true;
        else entry.chunks.push(chunk);
        entry.isWhole = isLast;
      };
      if (!this.isTooLarge) file.start();
    });
    this.#unzip.register(UnzipInflate);
  }

  push(chunk: Uint8Array, isLast: boolean): void {
    this.#unzip.push(chunk, isLast);
  }

  /** `undefined` where an entry broke off. */
  finished(): readonly Entry[] | undefined {
    if (!this.#entries.every(({ isWhole }) => isWhole)) return undefined;
    return this.#entries.map(({ name, chunks }) => ({ name: nameOf(name), bytes: joined(chunks) }));
  }
}

function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

interface Listing {
  readonly count: number;
  readonly isEncrypted: boolean;
  /** What is said of entries, and of the archive. */
  readonly comments: readonly string[];
}

/** What the list of contents says; `undefined` where an archive has none, or one that does not hold together. */
function listingOf(bytes: Uint8Array): Listing | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  let isEncrypted = false;
  const comments: string[] = [];
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < count; entry += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== listedHeader) return undefined;
    isEncrypted ||= (view.getUint16(at + 8, true) & 1) === 1;
    if (!isAsListed(view, at)) return undefined;
    const start = at + 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true);
    at = start + view.getUint16(at + 32, true);
    comments.push(textAt(bytes, start, at));
  }
  // All that is left is taken for the comment of the archive, whatever length it claims.
  comments.push(textAt(bytes, end + 22, bytes.length));
  return { count, isEncrypted, comments: comments.filter((comment) => comment !== '') };
}

const localHeader = 0x04034b50;
/** Its sizes stand behind the entry, which then must be packed to say itself where it ends: APPNOTE 4.4.4. */
const sizesBehind = 8;

/** True where the entry itself says what the list of contents says of it: some readers believe one of them, some the other. */
function isAsListed(view: DataView, listed: number): boolean {
  const local = view.getUint32(listed + 42, true);
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== localHeader) return false;
  const length = view.getUint16(listed + 28, true);
  if (view.getUint16(local + 26, true) !== length || local + 30 + length > view.byteLength) return false;
  for (let at = 0; at < length; at += 1)
    if (view.getUint8(listed + 46 + at) !== view.getUint8(local + 30 + at)) return false;
  const method = view.getUint16(local + 8, true);
  if (method !== view.getUint16(listed + 10, true)) return false;
  if ((view.getUint16(local + 6, true) & sizesBehind) !== 0) return method !== 0;
  return view.getUint32(local + 18, true) === view.getUint32(listed + 20, true);
}

/** Names are in UTF-8 though many archives do not say so, and are then read as if each byte were a letter. */
function nameOf(name: string): string {
  if (!/[\u0080-\u00ff]/.test(name) || /[^\0-\u00ff]/.test(name)) return name;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(name, (unit) => unit.charCodeAt(0)));
  } catch {
    return name; // it was as it was read
  }
}

/** Comments are written in UTF-8, or in a character set of old that has the same letters of ASCII. */
function textAt(bytes: Uint8Array, start: number, end: number): string {
  return new TextDecoder().decode(bytes.subarray(start, end));
}

/** The record ends with a comment of at most 65,535 bytes. */
function endRecord(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= first; at -= 1) if (view.getUint32(at, true) === endHeader) return at;
  return undefined;
}
