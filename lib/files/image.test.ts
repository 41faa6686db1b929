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
});
