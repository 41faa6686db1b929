import { strToU8, zipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { pdfOf, pdfWith, textAt } from '../../test/fixtures/pdf.ts';
import { Pictures } from './pdf-document.ts';
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

  it('says that a page is a picture whose few words are those of its frame, and that a page is drawn', async () => {
    const picture = 'q 600 0 0 800 0 0 cm /P Do Q';
    for (const drawn of [`${picture} ${textAt(20, 'Page 1')}`, '0 0 m 10 10 l 20 0 l f', '0 0 m 9 9 l S', '/S sh'])
      expect(await readPdf(pdfOf({ drawn })), drawn).toMatchObject({ ok: true, partly: 'unknown' });
    const words = 'a page with so many words that they are its content';
    for (const drawn of [`${picture} ${textAt(20, words)}`, `0 0 m 9 9 l S ${textAt(20, 'x')}`, '0 0 9 9 re W n', ''])
      expect(await readPdf(pdfOf({ drawn })), drawn).toMatchObject({ ok: true, partly: undefined });
  });

  it('opens the file once more at most, however many pages may be pictures', async () => {
    const close = vi.spyOn(Pictures.prototype, 'close');
    const copiesOf = async (text: string) => {
      const bytes = pdfOf(...Array<string>(300).fill(text));
      const copies = vi.spyOn(bytes, 'slice');
      expect(await readPdf(bytes)).toMatchObject({ ok: true, partly: undefined });
      return copies.mock.calls.length;
    };
    expect(await copiesOf('few words')).toBe(2);
    expect(await copiesOf('so many words on each of the pages of it')).toBe(1);
    expect(close).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['a stamp', '/Subtype /Stamp'],
    ['a note on the page', '/Subtype /FreeText /DA (/F 12 Tf)'],
    ['a field', '/Subtype /Widget /FT /Tx /T (field)'],
    ['what is hidden', '/Subtype /Stamp /F 2'],
  ])('reads what is drawn for %s', async (_what, entries) => {
    const read = await readPdf(pdfWith({ notes: [{ entries, appearance: textAt(600, 'drawn there') }] }, ['a page']));
    expect(read).toMatchObject({ ok: true, partly: undefined });
    expect(read.ok && read.text.split('drawn there')).toHaveLength(2);
    expect(read.ok && read.text.split('a page')).toHaveLength(2);
  });

  it.each(['q 600 0 0 800 0 0 cm /P Do Q', '0 0 m 10 10 l 20 0 l f'])(
    'says that a page is a picture where a stamp on it is one: %s',
    async (appearance) => {
      const notes = [{ entries: '/Subtype /Stamp', appearance }];
      expect(await readPdf(pdfWith({ notes }, ['']))).toMatchObject({ ok: true, partly: 'unknown' });
    },
  );

  it.each([
    [
      '/Subtype /Widget /FT /Ch /Ff 131072 /T (choice name) /TU (a tip) /V (1) /DV (first) /Opt [[(1) (Jane Roe)] [(2) (John Doe)]]',
      ['choice name', 'a tip', 'first', 'Jane Roe', 'John Doe'],
    ],
    [
      '/Subtype /Widget /FT /Tx /T (f) /V (value) /AA << /K << /S /JavaScript /JS (check.it) >> >>',
      ['value', 'check.it'],
    ],
    ['/Subtype /Text /T (Jane Roe) /RC (<body><p>rich only</p></body>)', ['Jane Roe', 'rich only']],
    ['/Subtype /Link /A << /S /URI /URI (file:///C:/jane.roe/x) >>', ['file:///C:/jane.roe/x']],
    ['/Subtype /Link /A << /S /URI /URI (sip:jane.doe@example.org) >>', ['sip:jane.doe@example.org']],
    ['/Subtype /Link /A << /S /Launch /F (jane roe.xlsx) >>', ['jane roe.xlsx']],
    ['/Subtype /Link /A << /S /URI /URI (https://example.org/a b) >>', ['https://example.org/a%20b', 'org/a b']],
  ])('reads what belongs to a note, a field or a link: %s', async (entries, parts) => {
    const read = await readPdf(pdfWith({ notes: [{ entries }] }, ['a page']));
    for (const part of parts) expect(read.ok && read.text).toContain(part);
  });

  it('reads attached files, of the document and of a note, with their names and what is said of them', async () => {
    const attached = [{ name: 'first plan.txt', description: 'of ours', content: strToU8('kept within') }];
    const file = { name: 'second plan.txt', description: 'of theirs', content: strToU8('pinned there') };
    const read = await readPdf(
      pdfWith({ attached, notes: [{ entries: '/Subtype /FileAttachment', file }] }, ['a page']),
    );
    expect(read).toMatchObject({ ok: true, partly: undefined });
    for (const { name, description } of [...attached, file])
      for (const part of [name, description]) expect(read.ok && read.text).toContain(part);
    for (const part of ['kept within', 'pinned there']) expect(read.ok && read.text).toContain(part);
  });

  it('reads the same contents once, and takes all from one budget', async () => {
    const filled = (text: string) => {
      const names = Array.from({ length: 3_000 }, (_, at) => [`${String(at)}.txt`, strToU8(text)] as const);
      return zipSync(Object.fromEntries(names), { level: 0 });
    };
    const [one, other] = [
      { name: 'one.zip', content: filled('one') },
      { name: 'other.zip', content: filled('two') },
    ];
    const same = await readPdf(pdfWith({ attached: [one, one, one] }, ['a page']));
    expect(same).toMatchObject({ ok: true, partly: undefined });
    expect(same.ok && same.text.split('2999.txt')).toHaveLength(2);
    const plain = { name: 'plain.txt', content: strToU8('read all the same') };
    const both = await readPdf(pdfWith({ attached: [one, other, plain] }, ['a page']));
    expect(both).toMatchObject({ ok: true, partly: 'too-large' });
    expect(both.ok && both.text).toContain('read all the same');
  });

  it('reads fields that are on no page, and says where it cannot', async () => {
    const read = await readPdf(pdfWith({ fields: ['/Subtype /Widget /FT /Tx /T (f) /V (kept value)'] }, ['a page']));
    expect(read).toMatchObject({ ok: true, partly: undefined });
    expect(read.ok && read.text).toContain('kept value');
    const placeless = pdfWith({ fields: ['/FT /Tx /T (f) /V (kept value)'] }, ['a page']);
    expect(await readPdf(placeless)).toMatchObject({ ok: true, partly: 'unknown' });
  });

  it('says that it cannot read a form in XFA', async () => {
    expect(await readPdf(pdfWith({ xfa: '<xdp/>' }, ['a page']))).toMatchObject({ ok: true, partly: 'unknown' });
  });

  it.each(['/S /Figure /Alt (Photo of Jane Roe)', '/S /Span /ActualText (Photo of Jane Roe)'])(
    'reads what is said for those who do not see a page: %s',
    async (tag) => {
      const read = await readPdf(pdfWith({ tag }, ['a page']));
      expect(read.ok && read.text).toContain('Photo of Jane Roe');
    },
  );

  it('reads scripts of a page and the names of pages, however short', async () => {
    const read = await readPdf(pdfWith({ pageScript: 'var plan', label: 'AB12' }, ['a page', 'another']));
    for (const part of ['var plan', 'AB121\nAB122']) expect(read.ok && read.text).toContain(part);
    const plain = await readPdf(pdfWith({ label: '' }, ['a page', 'another']));
    expect(plain.ok && plain.text).not.toContain('1\n2');
  });

  it('reads properties that are attributes', async () => {
    const properties = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="uuid:1" xmlns:dc="urn:d" xmlns:pdf="urn:p" pdf:Keywords="kept &amp; said" dc:creator='Jane Roe'/></rdf:RDF></x:xmpmeta>`;
    const read = await readPdf(pdfWith({ properties }, ['a page']));
    for (const part of ['kept & said', 'Jane Roe']) expect(read.ok && read.text).toContain(part);
    for (const part of ['uuid:1', 'urn:d', 'adobe:ns']) expect(read.ok && read.text).not.toContain(part);
  });

  it.each([0.2, 0.5, 0.8])('never takes a broken file for one that says nothing, cut at %d', async (share) => {
    const whole = pdfOf('a secret plan');
    const read = await readPdf(whole.slice(0, Math.floor(whole.length * share)));
    expect(!read.ok || read.text.includes('a secret plan')).toBe(true);
  });
});
