import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { EndpointProblem } from '../problem.ts';

const chunkBytes = 64 * 1024;
const tagBytes = 16;

/** A key for one file and one use: the numbers of its chunks then never repeat under it. HKDF-SHA-256 over the file's salt. */
export function deriveKey(key: Buffer, { salt, purpose }: { readonly salt: Buffer; readonly purpose: string }): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, `sluice-backup-1\n${purpose}`, 32));
}

/**
 * The STREAM construction: chunks of 64 KiB, each under AES-256-GCM with its number (11 bytes) and a last-chunk flag (1 byte) as the
 * nonce, each followed by its tag. A chunk that is missing, moved, doubled or cut off makes a tag fail.
 * https://eprint.iacr.org/2015/189 (Hoang, Reyhanitabar, Rogaway, Vizár)
 */
export async function* sealChunks(source: AsyncIterable<Buffer>, key: Buffer): AsyncGenerator<Buffer> {
  let number = 0;
  for await (const { chunk, last } of cut(source, chunkBytes)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, last));
    yield Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
    number += 1;
  }
}

/** Undoes `sealChunks`; a byte that was changed anywhere ends it with one sentence, before anything of its chunk is given out. */
export async function* openChunks(source: AsyncIterable<Buffer>, key: Buffer): AsyncGenerator<Buffer> {
  let number = 0;
  for await (const { chunk, last } of cut(source, chunkBytes + tagBytes)) {
    if (chunk.length < tagBytes) throw damaged();
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number, last));
    decipher.setAuthTag(chunk.subarray(-tagBytes));
    const text = decipher.update(chunk.subarray(0, -tagBytes));
    try {
      decipher.final();
    } catch {
      throw damaged(); // the tag does not fit
    }
    yield text;
    number += 1;
  }
}

export function damaged(): EndpointProblem {
  return new EndpointProblem('The backup was damaged or changed; nothing was restored.');
}

function nonceOf(number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(number, 5, 6);
  nonce.writeUInt8(last ? 1 : 0, 11);
  return nonce;
}

/** Pieces of `size` bytes; the last one may be shorter. */
async function* cut(source: AsyncIterable<Buffer>, size: number) {
  let held: Buffer = Buffer.alloc(0);
  for await (const part of source) {
    held = held.length === 0 ? part : Buffer.concat([held, part]);
    for (; held.length > size; held = held.subarray(size)) yield { chunk: held.subarray(0, size), last: false };
  }
  yield { chunk: held, last: true };
}
