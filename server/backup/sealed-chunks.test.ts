import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openChunks, sealChunks } from './sealed-chunks.ts';

const key = randomBytes(32);
const sealedSize = 64 * 1024 + 16;

async function* inParts(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function collect(parts: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const part of parts) all.push(Buffer.from(part));
  return Buffer.concat(all);
}

const seal = (plain: Buffer, part = 10_000) => collect(sealChunks(inParts(plain, part), key));
const open = (sealed: Buffer, under = key, part = 30_000) => collect(openChunks(inParts(sealed, part), under));

describe('sealed chunks', () => {
  it('give back what went in, whatever its length', async () => {
    for (const length of [0, 1, 65_535, 65_536, 65_537, 131_072, 200_000]) {
      const plain = randomBytes(length);
      expect((await open(await seal(plain))).equals(plain), String(length)).toBe(true);
      expect((await open(await seal(plain, 90_000), key, 7_777)).equals(plain), String(length)).toBe(true);
    }
  });

  it('notice each way in which chunks can be moved, taken or changed', async () => {
    const sealed = await seal(randomBytes(250_000));
    const other = await seal(randomBytes(250_000));
    const chunk = (index: number, from = sealed) => from.subarray(index * sealedSize, (index + 1) * sealedSize);
    const flipped = (at: number) => Buffer.from(sealed.map((byte, index) => (index === at ? byte ^ 1 : byte)));
    const changed: Readonly<Record<string, Buffer>> = {
      'two swapped': Buffer.concat([chunk(1), chunk(0), chunk(2), chunk(3)]),
      'the last in the middle': Buffer.concat([chunk(0), chunk(3), chunk(2), chunk(1)]),
      'the first missing': Buffer.concat([chunk(1), chunk(2), chunk(3)]),
      'one in the middle missing': Buffer.concat([chunk(0), chunk(2), chunk(3)]),
      'cut at a chunk': Buffer.concat([chunk(0), chunk(1), chunk(2)]),
      'cut within a chunk': sealed.subarray(0, sealed.length - 1),
      'cut within a tag': sealed.subarray(0, sealedSize + 5),
      'one twice': Buffer.concat([chunk(0), chunk(0), chunk(1), chunk(2), chunk(3)]),
      'one after the last': Buffer.concat([sealed, chunk(3)]),
      'a byte after the last': Buffer.concat([sealed, Buffer.alloc(1)]),
      nothing: Buffer.alloc(0),
      'the first byte': flipped(0),
      'a tag': flipped(sealedSize - 1),
      'the last byte': flipped(sealed.length - 1),
      'one of another file at the same place under another key': Buffer.concat([
        chunk(0),
        chunk(1, await collect(sealChunks(inParts(randomBytes(250_000), 9_999), randomBytes(32)))),
        chunk(2),
        chunk(3),
      ]),
    };
    for (const [name, bytes] of Object.entries(changed)) await expect(open(bytes), name).rejects.toThrow('damaged');
    await expect(open(other, randomBytes(32))).rejects.toThrow('damaged');
  });
});
