import { strToU8, zipSync } from 'fflate';
import type { Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocument } from './document.ts';

const types = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
const archive = (files: Readonly<Record<string, string | Uint8Array>>, level: 0 | 6 = 6) => {
  const entries: Zippable = {};
  for (const [name, content] of Object.entries(files))
    entries[name] = [typeof content === 'string' ? strToU8(content) : content, { level }];
  return zipSync(entries);
};
const office = (files: Readonly<Record<string, string | Uint8Array>>) =>
  archive({ '[Content_Types].xml': types, ...files });
const textOf = (bytes: Uint8Array) => {
  const read = readDocument(bytes);
  return read.ok ? read.text : read.reason;
};
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

describe('readDocument', () => {
  it('reads a document of Word: runs in one line, tables, notes, comments, links and properties', () => {
    const text = textOf(
      office({
        'word/document.xml': `<w:document><w:body><w:p>${run('the key is AK')}${run('IA1 &amp; more')}</w:p><w:tbl><w:tr><w:tc><w:p>${run('cell')}</w:p></w:tc></w:tr></w:tbl></w:body></w:document>`,
        'word/footnotes.xml': `<w:footnotes><w:p>${run('a footnote')}</w:p></w:footnotes>`,
        'word/comments.xml': `<w:comments><w:p>${run('a comment')}</w:p></w:comments>`,
        'word/_rels/document.xml.rels':
          '<Relationships><Relationship Target="https://intranet.example/x?token=1" TargetMode="External"/></Relationships>',
        'docProps/core.xml':
          '<cp:coreProperties><dc:creator>A. Writer</dc:creator><dc:title>T</dc:title></cp:coreProperties>',
        'word/styles.xml': '<w:styles><w:p>whoever points to it shows it</w:p></w:styles>',
        'word/media/image1.png': Uint8Array.of(0x89, 0x50, 0, 1),
      }),
    );
    for (const part of [
      'the key is AKIA1 & more',
      'cell',
      'a footnote',
      'a comment',
      'https://intranet.example/x?token=1',
      'A. Writer',
      'whoever points to it shows it',
    ])
      expect(text).toContain(part);
    expect(readDocument(office({ 'word/media/a.png': Uint8Array.of(0x89, 0) }))).toMatchObject({
      ok: true,
      partly: undefined,
    });
  });

  it('reads a workbook row by row, its header over its columns, and what no cell shows', () => {
    const text = textOf(
      office({
        'xl/sharedStrings.xml':
          '<sst><si><t>Name</t></si><si><r><t>Am</t></r><r><t>ara</t></r></si><si><t>left over</t></si></sst>',
        'xl/worksheets/sheet1.xml':
          '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>Salary</t></is></c></row><row r="2"><c r="A2" t="s"><v>1</v></c><c r="C2"><f>40000+1300</f><v>41300</v></c></row></sheetData></worksheet>',
      }),
    );
    expect(text).toContain('Name\t\tSalary\nAmara\t\t41300 40000+1300');
    expect(text).toContain('left over');
  });

  it('reads slides with their notes, and documents of OpenDocument', () => {
    const slides = office({
      'ppt/slides/slide1.xml': '<p:sld><a:p><a:r><a:t>on the slide</a:t></a:r></a:p></p:sld>',
      'ppt/notesSlides/notesSlide1.xml': '<p:notes><a:p><a:t>in the notes</a:t></a:p></p:notes>',
    });
    expect(textOf(slides)).toMatch(/on the slide[^]*in the notes/);
    const open = archive({
      mimetype: 'application/vnd.oasis.opendocument.text',
      'content.xml': '<office:text><text:p>open text</text:p></office:text>',
      'Thumbnails/thumbnail.png': Uint8Array.of(1, 0),
    });
    expect(readDocument(open)).toMatchObject({ ok: true, partly: undefined });
    expect(textOf(open)).toContain('open text');
  });

  it('reads archives within archives, with the names of their files, and says what it cannot read in them', () => {
    const inner = archive({ 'secret-plan.txt': 'the inner text' });
    const read = readDocument(archive({ 'a.zip': inner, 'b.md': 'outer', 'c.bin': Uint8Array.of(0, 255, 0) }, 0));
    expect(read).toMatchObject({ ok: true, partly: 'unknown' });
    for (const part of ['secret-plan.txt', 'the inner text', 'outer']) expect(read.ok && read.text).toContain(part);
    const pdf = archive({ 'plan.pdf': '%PDF-1.4\nstream\n<68656c6c6f>\nendstream' });
    expect(readDocument(pdf)).toMatchObject({ ok: true, partly: 'unknown' });
    const deep = [1, 2, 3, 4].reduce((bytes) => archive({ 'x.zip': bytes }), inner);
    expect(readDocument(deep)).toMatchObject({ ok: true, partly: 'too-deep' });
  });

  it('reads the comments of an archive and of its entries', () => {
    const whole = zipSync({ 'a.txt': [strToU8('a text'), { comment: 'said of the entry' }] });
    const comment = strToU8('said of the archive');
    const bytes = Uint8Array.of(...whole, ...comment);
    new DataView(bytes.buffer).setUint16(whole.length - 2, comment.length, true);
    for (const part of ['a text', 'said of the entry', 'said of the archive']) expect(textOf(bytes)).toContain(part);
    // Readers go by the end of the file where its length is wrong.
    expect(textOf(Uint8Array.of(...whole, ...comment))).toContain('said of the archive');
  });

  it('reads the variables of a document and its drawings', () => {
    const text = textOf(
      office({
        'word/settings.xml': `<w:settings><w:zoom w:val="best"/><w:docVars><w:docVar w:name="db" w:val="kept &amp; unseen"/></w:docVars></w:settings>`,
        'word/media/image1.svg': '<svg><title>a title</title><text x="1">drawn <tspan>words</tspan></text></svg>',
        'xl/drawings/vmlDrawing1.vml': '<xml><v:shape><v:textbox><div>in a box</div></v:textbox></v:shape></xml>',
      }),
    );
    for (const part of ['kept & unseen', 'db', 'a title', 'drawn words', 'in a box']) expect(text).toContain(part);
    expect(text).not.toContain('best');
  });

  it('takes no part for a picture because of its name, and what holds a document by what it holds', () => {
    const body = `<w:document><w:p>${run('the key is AK')}${run('IA1')}</w:p></w:document>`;
    expect(textOf(office({ 'word/document.png': body }))).toContain('the key is AKIA1');
    expect(textOf(archive({ '[content_types].xml': types, 'word/document.xml': body }))).toContain('the key is AKIA1');
  });

  it('reads page headers of OpenDocument, masters of slides, and what mail is merged from', () => {
    const header = '<office:styles><style:header><text:p>in the<text:s/>header</text:p></style:header></office:styles>';
    const mime = 'application/vnd.oasis.opendocument.text';
    expect(textOf(archive({ mimetype: mime, 'styles.xml': header }))).toContain('in the header');
    const merged = '<w:settings><w:mailMerge><w:connectString w:val="User ID=sa"/></w:mailMerge></w:settings>';
    const text = textOf(
      office({
        'ppt/slideMasters/slideMaster1.xml':
          '<p:sldMaster><a:p><a:r><a:t>on every slide</a:t></a:r></a:p></p:sldMaster>',
        'word/settings.xml': merged,
        'word/_rels/settings.xml.rels':
          '<Relationships><Relationship Target="https://a:b@x.example/t.dotm"/></Relationships>',
      }),
    );
    for (const part of ['on every slide', 'User ID=sa', 'https://a:b@x.example/t.dotm']) expect(text).toContain(part);
  });

  it('reads words in tags: names of sheets, connections, choices of forms, watermarks, fields, who wrote it', () => {
    const text = textOf(
      office({
        'xl/workbook.xml':
          '<workbook><sheets><sheet name="Salaries &amp; co" sheetId="1" state="hidden"/></sheets></workbook>',
        'xl/connections.xml': '<connections><connection><dbPr connection="Password=a"/></connection></connections>',
        'xl/persons/person.xml': '<personList><person displayName="Jane Roe" userId="S::jane"/></personList>',
        'xl/styles.xml': '<styleSheet><numFmt formatCode="&quot;kept&quot;0"/></styleSheet>',
        'word/document.xml':
          '<w:document><w:ddList><w:listEntry w:val="a choice"/></w:ddList><v:textpath string="a watermark"/><w:fldSimple w:instr=" HYPERLINK tel:1"/></w:document>',
        'word/_rels/document.xml.rels':
          '<Relationships><Relationship Target="tel:+4915"/><Relationship Target="file:///\\hr\Jane"/><Relationship Target="media/image1.png"/></Relationships>',
      }),
    );
    for (const part of [
      'Salaries & co',
      'Password=a',
      'Jane Roe',
      'S::jane',
      '"kept"0',
      'a choice',
      'a watermark',
      'HYPERLINK tel:1',
      'tel:+4915',
      'file:///\\hr\Jane',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('media/image1.png');
  });

  it('parts what stands in different elements, and nothing within a word', () => {
    const chart = '<c:chart><c:pt><c:v>one</c:v></c:pt><c:pt><c:v>two</c:v></c:pt></c:chart>';
    expect(textOf(office({ 'xl/charts/chart1.xml': chart }))).toContain('one\ntwo');
    const words =
      '<w:p><w:r><w:t>AK</w:t></w:r><w:r><w:rPr><w:a><w:b/></w:a></w:rPr><w:pict></w:pict><w:t>IA1-2</w:t><w:noBreakHyphen/><w:t>3</w:t></w:r></w:p>';
    expect(textOf(office({ 'word/document.xml': words }))).toContain('AKIA1-2-3');
  });

  it('decodes characters with any number of zeros, and reads a drawing with a declaration', () => {
    const zeros = `<w:p>${run('&#x0000000035;&#000000000054;')}</w:p>`;
    expect(textOf(office({ 'word/document.xml': zeros }))).toContain('56');
    const drawing = '<!DOCTYPE svg SYSTEM "["><svg><text>said [1]</text></svg>';
    expect(textOf(office({ 'word/media/a.svg': drawing }))).toContain('said [1]');
  });

  it('takes a text file as it is, and nothing else for one', () => {
    expect(textOf(strToU8('just text'))).toBe('just text');
    expect(textOf(Uint8Array.of(0xff, 0xfe, 0x41, 0))).toBe('A');
    expect(textOf(Uint8Array.of(0x25, 0x50, 0x44, 0x46, 0xff, 0))).toBe('unknown');
  });

  it('knows what is encrypted', () => {
    const sealed = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from('xx EncryptedPackage', 'utf16le'));
    expect(textOf(sealed)).toBe('encrypted');
    const secret = archive({ 'a.txt': 'text' });
    const at = Buffer.from(secret).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    secret[at + 8] = 1;
    expect(textOf(secret)).toBe('encrypted');
  });

  it('reads text that is marked as one of characters alone, whatever stands in it', () => {
    const text = textOf(
      office({ 'word/document.xml': `<w:p>${run('<![CDATA[a <!-- b & c]]>')}${run('<!-- d --> e')}</w:p>` }),
    );
    expect(text).toContain('a <!-- b & c e');
  });

  it('reads a workbook of programs that write names with a prefix, and what stands in no cell', () => {
    const text = textOf(
      office({
        'xl/sharedStrings.xml': '<x:sst><x:si/><x:si><x:t>Name</x:t></x:si></x:sst>',
        'xl/worksheets/sheet1.xml':
          '<x:worksheet><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>1</x:v></x:c><x:c r="C1"><x:f>40000+1300</x:f><x:v>41300</x:v></x:c></x:row></x:sheetData></x:worksheet>',
        'xl/worksheets/sheet2.xml':
          '<worksheet><sheetData><row r="1"><c r="A1"><v><![CDATA[7 & 8]]></v></c><c r="B1"><is><t>no kind</t></is></c></row></sheetData><dataValidations><dataValidation prompt="ask &amp; tell"><formula1>"one,two"</formula1></dataValidation></dataValidations><headerFooter><oddHeader>on each page</oddHeader></headerFooter></worksheet>',
      }),
    );
    expect(text).toContain('Name\t\t41300 40000+1300');
    expect(text).toContain('7 & 8\tno kind');
    for (const part of ['"one,two"', 'on each page', 'ask & tell']) expect(text).toContain(part);
  });

  it('reads what pivot tables keep of rows that are gone, and what is said of pictures', () => {
    const text = textOf(
      office({
        'xl/pivotCache/pivotCacheDefinition1.xml': '<sharedItems><s v="Amara &amp; Sons"/><n v="41300"/></sharedItems>',
        'word/document.xml': `<wp:docPr id="1" name="Picture 1" descr="a letter" title='to nobody'/>`,
      }),
    );
    for (const part of ['Amara & Sons', '41300', 'a letter', 'to nobody']) expect(text).toContain(part);
  });

  it('writes out no sheets that grow without end: cells that share a long text, and rows that begin far to the right', () => {
    const sheets = (rows: string) =>
      Object.fromEntries(
        Array.from({ length: 4 }, (_, n) => [
          `xl/worksheets/sheet${String(n)}.xml`,
          `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
        ]),
      );
    const cell = '<row><c t="s"><v>0</v></c></row>';
    const shared = `<sst><si><t>${'long '.repeat(20_000)}</t></si></sst>`;
    const repeated = office({ 'xl/sharedStrings.xml': shared, ...sheets(cell.repeat(300)) });
    const far = office(sheets('<row><c r="XFD1"/></row>'.repeat(2_000)));
    for (const bomb of [repeated, far]) {
      const read = readDocument(bomb);
      expect(bomb.length).toBeLessThan(5_000);
      expect(read).toMatchObject({ ok: true, partly: 'too-large' });
      expect(read.ok && read.text.length).toBeLessThan(66 * 1024 * 1024);
    }
  });

  it('expands no entity that a document declares, and no bomb', () => {
    const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w:p><w:t>&b;</w:t></w:p>';
    expect(readDocument(office({ 'word/document.xml': laughs }))).toMatchObject({ ok: true, partly: 'damaged' });
    const bomb = archive({ 'a.txt': new Uint8Array(80 * 1024 * 1024).fill(97) });
    expect(bomb.length).toBeLessThan(200_000);
    expect(textOf(bomb)).toBe('too-large');
    const many = archive(Object.fromEntries(Array.from({ length: 5_001 }, (_, n) => [`${String(n)}.txt`, 'x'])), 0);
    expect(textOf(many)).toBe('too-large');
  });

  it.each([0.3, 0.6, 0.9, 0.99])('calls what is cut off damaged, at %d of its length', (share) => {
    const whole = office({ 'word/document.xml': `<w:p>${run('text '.repeat(500))}</w:p>` });
    expect(textOf(whole.slice(0, Math.floor(whole.length * share)))).toBe('damaged');
  });

  it('calls an archive damaged whose list says other than its entries: a name, a size, an end that nothing tells', () => {
    const whole = archive({ 'word/document.xml': 'kept' }, 0);
    expect(textOf(whole)).toContain('kept');
    const changed = (change: (view: DataView) => void) => {
      const bytes = Uint8Array.from(whole);
      change(new DataView(bytes.buffer));
      return readDocument(bytes);
    };
    const damaged = { ok: false, reason: 'damaged' };
    const extension = 30 + 'word/document.'.length;
    expect(
      changed((view) =>
        ['p', 'n', 'g'].forEach((sign, at) => {
          view.setUint8(extension + at, sign.charCodeAt(0));
        }),
      ),
    ).toEqual(damaged);
    expect(
      changed((view) => {
        view.setUint32(18, 2, true);
      }),
    ).toEqual(damaged);
    expect(
      changed((view) => {
        view.setUint16(6, view.getUint16(6, true) | 8, true);
      }),
    ).toEqual(damaged);
  });

  it('reads names in UTF-8 that do not say so', () => {
    const bytes = Uint8Array.from(archive({ 'Gehälter Jürgen.txt': 'a text' }));
    const view = new DataView(bytes.buffer);
    view.setUint16(6, 0, true);
    for (let at = 0; at + 46 < bytes.length; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 0, true);
    expect(textOf(bytes)).toContain('Gehälter Jürgen.txt');
  });

  it('reads entries that the list of contents does not name', () => {
    const [shown, hidden] = [archive({ 'shown.txt': 'shown' }), archive({ 'hidden.txt': 'a hidden text' })];
    const end = Buffer.from(hidden).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    const listAt = Buffer.from(shown).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    const both = Buffer.concat([shown.slice(0, listAt), hidden.slice(0, end), shown.slice(listAt)]);
    const record = both.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
    both.writeUInt32LE(listAt + end, record + 16);
    expect(textOf(new Uint8Array(both))).toContain('a hidden text');
  });
});
