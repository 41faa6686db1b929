import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { link, open, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import * as z from 'zod/mini';
import type { Keys } from '../keys/key-folder.ts';
import { EndpointProblem, errorCode } from '../problem.ts';
import { damaged, deriveKey, openChunks, sealChunks } from './sealed-chunks.ts';
import { signTrailer, verifyTrailer } from './statement.ts';
import type { BackupStatement, Verified } from './statement.ts';

/**
 * A backup file: one line of JSON (the header), the content as gzip in sealed chunks, a trailer of JSON that holds the signature over
 * everything before it, and the trailer's length as four bytes, big-endian.
 */
const Header = z.strictObject({
  format: z.literal('sluice-backup'),
  version: z.int(),
  salt: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
  /** Tells a wrong key file from a damaged backup; derived, it says nothing about the key. */
  key: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
});

const version = 1;
const longestHeader = 512;
const longestTrailer = 64 * 1024;
const lengthBytes = 4;

/** Writes a backup beside `path` and puts it there when it is whole. Returns what was signed. */
export async function writeBackupFile(
  path: string,
  content: AsyncIterable<string>,
  options: { readonly key: Buffer; readonly keys: Keys; readonly orgId: string; readonly madeAt: string },
): Promise<BackupStatement> {
  const draft = `${path}.${randomUUID()}`;
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      const statement = await writeAll(file, content, options);
      await file.sync();
      await link(draft, path); // fails when there is a file of that name
      return statement;
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = errorCode(error);
    if (code === 'EEXIST') throw new EndpointProblem(`The file ${path} is there already; choose another.`);
    if (['ENOENT', 'EACCES', 'EPERM', 'ENOSPC', 'ENOTDIR', 'EROFS', 'EDQUOT'].includes(code)) {
      throw new EndpointProblem(`The file ${path} cannot be written (${code}).`);
    }
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function writeAll(
  file: FileHandle,
  content: AsyncIterable<string>,
  { key, keys, orgId, madeAt }: Parameters<typeof writeBackupFile>[2],
): Promise<BackupStatement> {
  const hash = createHash('sha256');
  let bytes = 0;
  const write = async (part: Buffer) => {
    hash.update(part);
    bytes += part.length;
    await file.appendFile(part);
  };
  const salt = randomBytes(32);
  const header = headerLine(key, salt);
  await write(header);
  await pipeline(content, createGzip(), async (packed: AsyncIterable<Buffer>) => {
    for await (const part of sealChunks(packed, contentKey(key, salt, header))) await write(part);
  });
  const statement: BackupStatement = { orgId, madeAt, bytes, digest: hash.digest('hex') };
  const trailer = await signTrailer(statement, keys);
  const length = Buffer.alloc(lengthBytes);
  length.writeUInt32BE(trailer.length);
  await file.appendFile(Buffer.concat([trailer, length]));
  return statement;
}

export interface OpenedBackup extends Verified {
  /** Its content, decrypted anew at each call; ends with one sentence where a byte was changed. */
  lines(): AsyncGenerator<string>;
}

/** Checks digest, signature and key before anything is decrypted. */
export async function openBackupFile(
  path: string,
  { key, rootKeys }: { readonly key: Buffer; readonly rootKeys?: string | undefined },
): Promise<OpenedBackup> {
  const { header, trailer, end } = await readEnds(path);
  const { salt } = readHeader(header, key);
  const verified = await verifyTrailer(trailer, rootKeys);
  const hash = createHash('sha256');
  for await (const part of bytesOf(path, 0, end)) hash.update(part);
  if (verified.bytes !== end || verified.digest !== hash.digest('hex')) throw damaged();
  return {
    ...verified,
    lines: () => unpack(openChunks(bytesOf(path, header.length, end), contentKey(key, salt, header))),
  };
}

async function readEnds(path: string) {
  const file = await open(path, 'r').catch((error: unknown) => {
    throw new EndpointProblem(`The file ${path} cannot be read (${errorCode(error)}).`);
  });
  try {
    const { size } = await file.stat();
    const read = async (from: number, length: number) =>
      (await file.read(Buffer.alloc(length), 0, length, Math.max(from, 0))).buffer;
    const start = await read(0, Math.min(longestHeader, size));
    const header = start.subarray(0, start.indexOf('\n') + 1);
    if (!header.toString().startsWith('{"format":"sluice-backup"')) {
      throw new EndpointProblem(`The file ${path} is no backup of Sluice.`);
    }
    const length = (await read(size - lengthBytes, lengthBytes)).readUInt32BE();
    const end = size - lengthBytes - length;
    if (length > longestTrailer || end <= header.length) throw damaged();
    return { header, trailer: await read(end, length), end };
  } finally {
    await file.close();
  }
}

function readHeader(line: Buffer, key: Buffer): { readonly salt: Buffer } {
  const header = Header.safeParse(parse(line.toString()));
  if (!header.success) throw damaged();
  if (header.data.version !== version) {
    throw new EndpointProblem('The backup was written by a newer version of Sluice; restore it with that version.');
  }
  const salt = Buffer.from(header.data.salt, 'base64url');
  if (header.data.key !== keyPrint(key, salt)) {
    throw new EndpointProblem('The key file does not open this backup; give the one that it was made with.');
  }
  return { salt };
}

function headerLine(key: Buffer, salt: Buffer): Buffer {
  const header = { format: 'sluice-backup', version, salt: salt.toString('base64url'), key: keyPrint(key, salt) };
  return Buffer.from(`${JSON.stringify(header)}\n`);
}

function keyPrint(key: Buffer, salt: Buffer): string {
  return deriveKey(key, { salt, purpose: 'print' }).toString('hex', 0, 8);
}

/** The whole header goes into the key: a changed one opens nothing. */
function contentKey(key: Buffer, salt: Buffer, header: Buffer): Buffer {
  return deriveKey(key, { salt, purpose: `content\n${header.toString()}` });
}

async function* bytesOf(path: string, start: number, end: number): AsyncGenerator<Buffer> {
  for await (const part of createReadStream(path, { start, end: end - 1 })) yield Buffer.from(part as Buffer);
}

async function* unpack(chunks: AsyncGenerator<Buffer>): AsyncGenerator<string> {
  const source = Readable.from(chunks);
  const unpacked = createGunzip();
  source.once('error', (error) => unpacked.destroy(error));
  source.pipe(unpacked);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let held = '';
  try {
    for await (const part of unpacked) {
      const lines = (held + decoder.decode(part as Buffer, { stream: true })).split('\n');
      held = lines.pop() ?? '';
      yield* lines;
    }
    if (held !== '') throw damaged();
  } finally {
    source.destroy(); // whoever reads may stop early
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
