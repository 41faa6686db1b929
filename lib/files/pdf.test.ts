import { describe, expect, it } from 'vitest';
import { pdfOf, pdfWith } from '../../test/fixtures/pdf.ts';
import { readPdf } from './pdf.ts';

// Node 20 has not what the library needs to make a font ready; every browser that is supported has.
const buffers = ArrayBuffer.prototype as {
  transferToFixedLength?: (this: ArrayBuffer, length?: number) => ArrayBuffer;
};
buffers.transferToFixedLength ??= function copyOf(this: ArrayBuffer, length = this.byteLength) {
  return this.slice(0, length);
};

describe('readPdf', () => {
  it('reads every page and the properties', async () => {
    const read = await readPdf(pdfOf('the first (page)', 'and the second'));
    expect(read).toMatchObject({ ok: true, partly: undefined });
    for (const part of ['the first (page)', 'and the second', 'A. Writer'])
      expect(read.ok && read.text).toContain(part);
  });

  it('reads what no page shows: bookmarks, properties and scripts', async () => {
    const properties = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description>kept &amp; said</dc:description></rdf:Description></rdf:RDF></x:xmpmeta>`;
    const besides = { bookmarks: ['the outer one', 'the inner one'], properties, script: 'app.alert' } as const;
    const read = await readPdf(pdfWith(besides, ['a page']));
    for (const part of ['a page', 'the outer one', 'the inner one', 'kept & said', 'app.alert'])
      expect(read.ok && read.text).toContain(part);
  });

  it('reads a line beyond the edge of its page, and nothing twice', async () => {
    const line = `${'long '.repeat(60)}and the end`;
    const read = await readPdf(pdfOf(line, 'a short one'));
    expect(read.ok && read.text).toContain(line);
    expect(read.ok && read.text.split('a short one')).toHaveLength(2);
  });

  it('says that a page is a picture', async () => {
    expect(await readPdf(pdfOf('text', undefined))).toMatchObject({ ok: true, partly: 'unknown' });
  });

  it.each([0.2, 0.5, 0.8])('never takes a broken file for one that says nothing, cut at %d', async (share) => {
    const whole = pdfOf('a secret plan');
    const read = await readPdf(whole.slice(0, Math.floor(whole.length * share)));
    expect(!read.ok || read.text.includes('a secret plan')).toBe(true);
  });
});
