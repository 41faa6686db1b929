import * as z from 'zod/mini';
import { dayOf, readRows } from './database.ts';
import type { Queries } from './database.ts';

const BlobRow = z.object({ sha256: z.string(), bytes: z.int(), entry: z.string(), uploaded_by: z.string() });
export type StoredBlob = z.infer<typeof BlobRow>;

const ChunkRow = z.object({ data: z.string() });
const SumRow = z.object({ bytes: z.int() });

/** Characters of base64 in a row. */
const chunkLength = 512 * 1024;

export interface NewBlob extends Omit<StoredBlob, 'uploaded_by'> {
  /** Base64. */
  readonly data: string;
  readonly uploadedBy: string;
  readonly now: number;
}

/** Stores a list, or says anew what there is to say of one that is there: the same hash is the same bytes. */
export async function putBlob({ query }: Queries, blob: NewBlob): Promise<void> {
  const { sha256, bytes, entry, data, uploadedBy, now } = blob;
  const values = [sha256, bytes, entry, uploadedBy, dayOf(now)];
  const added = await query(
    `INSERT INTO blobs (sha256, bytes, entry, uploaded_by, used_on) VALUES ($1, $2::integer, $3, $4, $5::date)
     ON CONFLICT DO NOTHING RETURNING sha256`,
    values,
  );
  if (added.length === 0) {
    await query(
      'UPDATE blobs SET bytes = $2::integer, entry = $3, uploaded_by = $4, used_on = $5::date WHERE sha256 = $1',
      values,
    );
    return;
  }
  for (let place = 0; place * chunkLength < data.length; place += 1)
    await query('INSERT INTO blob_chunks (sha256, place, data) VALUES ($1, $2::integer, $3)', [
      sha256,
      place,
      data.slice(place * chunkLength, (place + 1) * chunkLength),
    ]);
}

/** Bytes of all lists but one. */
export async function sumBlobs({ query }: Queries, except: string): Promise<number> {
  const rows = await query('SELECT coalesce(sum(bytes), 0)::integer AS bytes FROM blobs WHERE sha256 <> $1', [except]);
  return readRows(SumRow, rows)[0]?.bytes ?? 0;
}

export async function listBlobs({ query }: Queries): Promise<readonly StoredBlob[]> {
  const rows = await query('SELECT sha256, bytes, entry, uploaded_by FROM blobs ORDER BY used_on DESC, sha256');
  return readRows(BlobRow, rows);
}

/** The base64 of a list; `undefined` when it is not stored. */
export async function readBlob({ query }: Queries, sha256: string): Promise<string | undefined> {
  const rows = await query('SELECT data FROM blob_chunks WHERE sha256 = $1 ORDER BY place', [sha256]);
  return rows.length === 0
    ? undefined
    : readRows(ChunkRow, rows)
        .map(({ data }) => data)
        .join('');
}

/**
 * Takes hold of a list for a policy or a proposal of the same transaction: whoever would delete it now waits, and then finds it in use.
 * `undefined` when it is not stored.
 */
export async function holdBlob(
  { query }: Queries,
  sha256: string,
  now: number,
): Promise<{ readonly bytes: number } | undefined> {
  const rows = await query('UPDATE blobs SET used_on = $2::date WHERE sha256 = $1 RETURNING bytes', [
    sha256,
    dayOf(now),
  ]);
  return readRows(SumRow, rows)[0];
}
