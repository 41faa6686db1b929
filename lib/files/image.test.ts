import { describe, expect, it } from 'vitest';
import { jpegOf } from '../../test/fixtures/jpeg.ts';
import { readImage } from './image.ts';

describe('readImage', () => {
  it('reads the caption of a picture, and says that it did not read the picture', async () => {
    const read = await readImage(jpegOf('the harbour plan of Erika'));
    expect(read).toMatchObject({ ok: true, partly: 'unknown' });
    expect(read.ok && read.text).toContain('the harbour plan of Erika');
  });

  it('reads nothing from a picture that says nothing', async () => {
    const read = await readImage(Uint8Array.from([0xff, 0xd8, 0xff, 0xd9]));
    expect(read.ok ? read.text : '').toBe('');
  });

  it('takes no harm from one that is cut off or damaged', async () => {
    const whole = jpegOf('x'.repeat(300));
    for (let length = 4; length < whole.length; length += 7) {
      const read = await readImage(whole.slice(0, length));
      expect(typeof read.ok).toBe('boolean');
    }
    const noisy = whole.map((byte, at) => (at > 12 && at % 5 === 0 ? byte ^ 0xff : byte));
    expect(typeof (await readImage(noisy)).ok).toBe('boolean');
  });

  it('copies no more out of a picture than it can hold, however many captions stand in the same place of it', async () => {
    const [captions, size] = [400, 1_000_000];
    const picture = new DataView(new ArrayBuffer(14 + 12 * captions + size));
    new Uint8Array(picture.buffer).fill(97);
    new Uint8Array(picture.buffer).set([0x49, 0x49, 0x2a, 0]);
    picture.setUint32(4, 8, true);
    picture.setUint16(8, captions, true);
    for (let tag = 0; tag < captions; tag += 1) {
      const at = 10 + 12 * tag;
      picture.setUint16(at, 0x9000 + tag, true);
      picture.setUint16(at + 2, 2, true); // ASCII
      picture.setUint32(at + 4, size, true);
      picture.setUint32(at + 8, 14 + 12 * captions, true);
    }
    picture.setUint32(10 + 12 * captions, 0, true);
    const read = await readImage(new Uint8Array(picture.buffer));
    expect(read.ok && read.text.length > 1_000_000).toBe(false);
    expect(read.ok ? read.partly : read.reason).toBeDefined();
  });
});
