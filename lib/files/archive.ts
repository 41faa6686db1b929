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
    return this.#entries.map(({ name, chunks }) => ({ name, bytes: joined(chunks) }));
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
    const start = at + 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true);
    at = start + view.getUint16(at + 32, true);
    comments.push(textAt(bytes, start, at));
  }
  // All that is left is taken for the comment of the archive, whatever length it claims.
  comments.push(textAt(bytes, end + 22, bytes.length));
  return { count, isEncrypted, comments: comments.filter((comment) => comment !== '') };
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
