import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocument } from './document.ts';
import { rewriteDocument } from './rewrite.ts';

const types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
const office = (files: Readonly<Record<string, string | Uint8Array>>) =>
  zipSync(
    Object.fromEntries(
      Object.entries({ '[Content_Types].xml': types, ...files }).map(([name, content]) => [
        name,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
  );
const runs = (...texts: readonly string[]) =>
  `<w:p>${texts.map((text) => `<w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r>`).join('')}</w:p>`;
const part = (bytes: Uint8Array, name: string) => new TextDecoder().decode(unzipSync(bytes)[name]);
const value = ['Marmot', '77', '&x'].join('');
const replacements = [{ value, mark: '[password-1]' }];
const written = (files: Readonly<Record<string, string | Uint8Array>>) => rewriteDocument(office(files), replacements)!;

describe('rewriteDocument', () => {
  it('replaces a value that is cut into runs where it begins, and leaves all else as it was', () => {
    const document = (...texts: readonly string[]) =>
      `<w:document>${runs('before &lt; ', ...texts, ' after')}${runs('other')}</w:document>`;
    const logo = Uint8Array.of(0x89, 0x50, 0, 1);
    const copy = written({ 'word/document.xml': document('Marm', 'ot77&amp;', 'x'), 'word/media/logo.png': logo });
    expect(part(copy, 'word/document.xml')).toBe(document('[password-1]', '', ''));
    expect(unzipSync(copy)['word/media/logo.png']).toEqual(logo);
  });

  it('replaces it wherever it stands: twice in a line, in notes, in addresses and in properties', () => {
    const escaped = value.replace('&', '&amp;');
    const copy = written({
      'word/document.xml': `<w:document>${runs(`${escaped} and ${escaped}`)}</w:document>`,
      'word/_rels/document.xml.rels': `<Relationships><Relationship Id="r" Target="https://x.example/?p=${escaped}&amp;q=1" TargetMode="External"/></Relationships>`,
      'docProps/core.xml': `<dc:title>${escaped}</dc:title>`,
    });
    expect(readDocument(copy)).toMatchObject({ ok: true });
    const read = readDocument(copy);
    expect(read.ok && read.text).not.toContain('Marmot');
    expect(read.ok && read.text.split('[password-1]')).toHaveLength(5);
    expect(part(copy, 'word/_rels/document.xml.rels')).toContain(
      'Target="https://x.example/?p=[password-1]&amp;q=1" TargetMode="External"',
    );
  });

  it('replaces it in the variables of a document and in its drawings', () => {
    const escaped = value.replace('&', '&amp;');
    const settings = (said: string) =>
      `<w:settings><w:zoom w:val="${escaped}"/><w:docVars><w:docVar w:name="db" w:val="${said}"/></w:docVars></w:settings>`;
    const copy = written({
      'word/settings.xml': settings(`is ${escaped}`),
      'word/media/image1.svg': `<svg><text>${escaped}</text></svg>`,
    });
    expect(part(copy, 'word/settings.xml')).toBe(settings('is [password-1]'));
    expect(part(copy, 'word/media/image1.svg')).toBe('<svg><text>[password-1]</text></svg>');
  });

  it('makes a cell of a number one of a text, and leaves the places of shared texts alone', () => {
    const sheet = (cells: string) => `<worksheet><sheetData><row r="1">${cells}</row></sheetData></worksheet>`;
    const copy = rewriteDocument(
      office({
        'xl/sharedStrings.xml': `<sst><si><t>name</t></si><si><t>41300 is paid</t></si></sst>`,
        'xl/worksheets/sheet1.xml': sheet(
          '<c r="A1" s="4"><v>41300</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>41300</v></c>',
        ),
      }),
      [{ value: '41300', mark: '[salary-1]' }],
    )!;
    expect(part(copy, 'xl/worksheets/sheet1.xml')).toBe(
      sheet(
        '<c r="A1" s="4" t="str"><v>[salary-1]</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>41300</v></c>',
      ),
    );
    expect(part(copy, 'xl/sharedStrings.xml')).toContain('<t>[salary-1] is paid</t>');
  });

  it('replaces it in what is said of pictures and kept by pivot tables, and writes no copy where that keeps a number', () => {
    const salary = [{ value: '41300', mark: '[salary-1]' }];
    const cache = 'xl/pivotCache/pivotCacheDefinition1.xml';
    const copy = rewriteDocument(
      office({
        'word/document.xml': '<wp:docPr id="41300" descr="pays 41300 &amp; more"/>',
        [cache]: '<x><s v="41300"/></x>',
      }),
      salary,
    )!;
    expect(part(copy, 'word/document.xml')).toBe('<wp:docPr id="41300" descr="pays [salary-1] &amp; more"/>');
    expect(part(copy, cache)).toBe('<x><s v="[salary-1]"/></x>');
    expect(rewriteDocument(office({ [cache]: '<x><s v="41300"/><n v="41300"/></x>' }), salary)).toBeUndefined();
  });

  it('drops the picture of the first page as it was, and what names it', () => {
    const rels = (more: string) => `<Relationships><Relationship Target="word/document.xml"/>${more}</Relationships>`;
    const copy = written({
      'docProps/thumbnail.jpeg': Uint8Array.of(0xff, 0xd8, 0xff),
      '_rels/.rels': rels('<Relationship Id="r2" Target="docProps/thumbnail.jpeg"/>'),
    });
    expect(Object.keys(unzipSync(copy))).not.toContain('docProps/thumbnail.jpeg');
    expect(part(copy, '_rels/.rels')).toBe(rels(''));
  });

  it.each([
    ['a comment', 'word/document.xml', `<w:p><!-- was ${value} in <w:p> --></w:p>`],
    ['characters alone', 'word/document.xml', `<w:p><![CDATA[${value} <b]]></w:p>`],
    ['the name of a sheet', 'xl/workbook.xml', `<sheets><sheet name="${value.replace('&', '&amp;')}"/></sheets>`],
    [
      'a formula',
      'xl/worksheets/sheet1.xml',
      `<row><c r="A1"><f>"Marm"&amp;"ot77&amp;x"</f><v>${value.replace('&', '&amp;')}</v></c></row>`,
    ],
    ['letters that are not known', 'word/document.xml', Uint8Array.of(0x3c, 0x61, 0x3e, 0xe9, 0x3c)],
  ])('writes no copy that would keep it, or break what holds it: %s', (_where, name, content) => {
    expect(rewriteDocument(office({ [name]: content }), replacements)).toBeUndefined();
  });

  it('leaves links within the document alone, and tags with signs of tags in them whole', () => {
    const salary = [{ value: '41300', mark: '[salary-1]' }];
    const drawing = '<wp:docPr descr="a > 41300"/><wp:x/>';
    const copy = rewriteDocument(
      office({
        'word/_rels/document.xml.rels': '<Relationships><Relationship Target="media/41300.png"/></Relationships>',
        'word/document.xml': drawing,
        'xl/worksheets/sheet1.xml': "<row><c r='A1' t='s'><v>41300</v></c></row>",
      }),
      salary,
    )!;
    expect(part(copy, 'word/_rels/document.xml.rels')).toContain('Target="media/41300.png"');
    expect(part(copy, 'word/document.xml')).toBe('<wp:docPr descr="a &gt; [salary-1]"/><wp:x/>');
    expect(part(copy, 'xl/worksheets/sheet1.xml')).toBe("<row><c r='A1' t='s'><v>41300</v></c></row>");
  });

  it('leaves a longer word or number alone in which a value stands by chance', () => {
    const short = [
      { value: 'Marm', mark: '[person-name-1]' },
      { value: '41300', mark: '[salary-1]' },
      { value: '张伟', mark: '[person-name-2]' },
    ];
    const document = (text: string) => office({ 'word/document.xml': `<w:document>${runs(text)}</w:document>` });
    const said = (text: string) => {
      const read = readDocument(rewriteDocument(document(text), short)!);
      return read.ok && read.text;
    };
    expect(said('Marmalade for Marm, 9941300 and 413007 and 41300€')).toContain(
      'Marmalade for [person-name-1], 9941300 and 413007 and [salary-1]€',
    );
    expect(said('请联系张伟吧')).toContain('请联系[person-name-2]吧');
  });

  it('finds the number behind cells that are empty', () => {
    const copy = rewriteDocument(
      office({ 'xl/worksheets/sheet1.xml': '<row r="1"><c r="A1" s="4"/><c r="B1"><v>41300</v></c></row>' }),
      [{ value: '41300', mark: '[salary-1]' }],
    )!;
    expect(part(copy, 'xl/worksheets/sheet1.xml')).toContain(
      '<c r="A1" s="4"/><c r="B1" t="str"><v>[salary-1]</v></c>',
    );
  });

  it('writes no copy that would lose a part: of two with one name, or with a name that objects have', () => {
    const twice = office({ 'word/a.xml': '<w:p>one</w:p>', 'word/b.xml': '<w:p>two</w:p>' });
    const [a, b] = [Buffer.from('word/a.xml'), Buffer.from('word/b.xml')];
    for (let at = twice.length; (at = Buffer.from(twice.buffer).lastIndexOf(b, at)) >= 0; at -= 1) twice.set(a, at);
    expect(readDocument(twice)).toMatchObject({ ok: true, text: 'one\n\ntwo' });
    expect(rewriteDocument(twice, replacements)).toBeUndefined();
    const proto = office({ ['__proto' + 'x_']: 'one' });
    const [from, to] = [Buffer.from('__protox_'), Buffer.from('__proto__')];
    for (let at = proto.length; (at = Buffer.from(proto.buffer).lastIndexOf(from, at)) >= 0; at -= 1) proto.set(to, at);
    expect(rewriteDocument(proto, replacements)).toBeUndefined();
  });

  it('leaves nothing of a value in a line, however it is cut into runs', () => {
    const texts = fc.array(fc.stringMatching(/^[א-ה &<>]{0,6}$/), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(texts, fc.nat(), fc.integer({ min: 1, max: 6 }), (each, start, length) => {
        const whole = each.join('');
        const secret = whole.slice(start % (whole.length + 1)).slice(0, length);
        if (secret.trim() === '') return;
        const xml = `<w:document>${runs(...each.map((text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')))}</w:document>`;
        const copy = rewriteDocument(office({ 'word/document.xml': xml }), [{ value: secret, mark: '[M]' }])!;
        const read = readDocument(copy);
        expect(read.ok && read.text.trim()).toBe(whole.split(secret).join('[M]').trim());
      }),
      { seed: 4, numRuns: 500 },
    );
  });

  it('writes nothing for what is no document', () => {
    expect(rewriteDocument(strToU8('plain'), replacements)).toBeUndefined();
    expect(rewriteDocument(office({ 'word/document.xml': 'x' }).slice(0, 60), replacements)).toBeUndefined();
  });
});
